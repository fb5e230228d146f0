import type { Language } from '../../kernel/words.ts';
import { STAFF_WORDS } from './staff-words.ts';

interface PagerProps {
  readonly path: string;
  readonly filter: Readonly<Record<string, string | number | undefined>>;
  readonly isLater: boolean;
  readonly next: string | null;
  readonly language: Language;
}

/** To older entries, and back to the newest, under the same filter. */
export function Pager({ path, filter, isLater, next, language }: PagerProps) {
  const words = STAFF_WORDS[language];
  const to = (after?: string) => {
    const wishes: PagerProps['filter'] = { ...filter, after };
    const asked = Object.entries(wishes).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, String(value)]],
    );
    return `${path}?${new URLSearchParams(asked).toString()}`;
  };
  return (
    <p class="over act">
      {isLater && <a href={to()}>{words.newest}</a>}
      {next !== null && (
        <a class="end" href={to(next)}>
          {words.older}
        </a>
      )}
    </p>
  );
}
