import type { CaseDto, ENTRY_KINDS } from '../../flags/case.dto.ts';
import type { Language } from '../../kernel/words.ts';
import { LongText, Select } from '../design/fields.tsx';
import { FORMATS } from '../design/formats.ts';
import { Icon } from '../design/icons.tsx';
import { DESK_WORDS, ENTRY_KIND, ENTRY_MEANS } from './desk-words.ts';

interface CaseProps {
  readonly file: CaseDto;
  readonly language: Language;
}

/** What was written into a case, by whom and when, and whether its owner reads it. */
export function CaseEntries({ file, language }: CaseProps) {
  const words = DESK_WORDS[language];
  return (
    <section class="card">
      <h2>{words.record}</h2>
      {file.entries.length === 0 && <p class="soft">{words.noEntries}</p>}
      <ol class="line">
        {file.entries.map(({ kind, text, by, at, isShownToOwner }, index) => (
          <li key={index} class="plain">
            <Icon name="plain" />
            <div class="dots">
              <b>{ENTRY_KIND[language][kind]}</b>
              {by !== null && <span>{by}</span>}
              <span>{FORMATS[language].time(at)}</span>
              {isShownToOwner && <span>{words.shown}</span>}
            </div>
            {text !== '' && <p class="prose">{text}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

interface EntryFormProps extends CaseProps {
  /** Where it is sent. */
  readonly action: string;
  readonly mayClose: boolean;
}

export function CaseEntryForm({ file, language, action, mayClose }: EntryFormProps) {
  const words = DESK_WORDS[language];
  const { resolution, ...others } = ENTRY_MEANS[language];
  const kinds: Partial<Record<(typeof ENTRY_KINDS)[number], string>> = mayClose ? { ...others, resolution } : others;
  return (
    <section class="card act">
      <h2>{words.add}</h2>
      <form class="fields" method="post" action={action}>
        <Select
          label={words.kind}
          name="kind"
          choices={kinds}
          value={file.kind === 'investigation' ? 'note' : 'answer'}
        />
        <LongText label={words.text} name="text" most={4000} />
        <label class="choice">
          <input type="checkbox" name="isShownToOwner" />
          {words.showOwner}
        </label>
        <button class="main">{words.save}</button>
      </form>
    </section>
  );
}
