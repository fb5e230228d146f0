import type { Language } from '../../kernel/words.ts';
import { STAFF_WORDS } from './staff-words.ts';

interface PagerProps {
  readonly path: string;
  readonly filter: Readonly<Record<string, string | number | undefined>>;
  readonly isLater: boolean;
  readonly next: string | null;
  readonly language: Language;
  /** What the entries are ordered by: the newest first, unless it says otherwise. */
  readonly order?: 'time' | 'name';
}

/** To the entries that follow, and back to the first, under the same filter. */
export function Pager({ path, filter, isLater, next, language, order = 'time' }: PagerProps) {
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
      {isLater && <a href={to()}>{order === 'time' ? words.newest : words.first}</a>}
      {next !== null && (
        <a class="end" href={to(next)}>
          {order === 'time' ? words.older : words.following}
        </a>
      )}
    </p>
  );
}
