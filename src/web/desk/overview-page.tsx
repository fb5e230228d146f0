import type { ComponentChildren } from 'preact';
import type { Language } from '../../kernel/words.ts';
import { Select } from '../design/fields.tsx';
import { OVERVIEW_WORDS, PERIOD } from './overview-words.ts';

interface OverviewProps {
  readonly weeks: number;
  readonly language: Language;
  /** The plots, drawn. */
  readonly children: ComponentChildren;
}

/** What a person would rather look at than read. */
export function OverviewPage({ weeks, language, children }: OverviewProps) {
  const words = OVERVIEW_WORDS[language];
  return (
    <div class="stack">
      <h1>{words.overview}</h1>
      <form class="filters act" method="get" action="/desk/overview">
        <Select label={words.period} name="weeks" choices={PERIOD[language]} value={weeks} />
        <button>{words.show}</button>
      </form>
      {children}
    </div>
  );
}
