import type { CaseListItemDto } from '../../flags/case.dto.ts';
import type { Language } from '../../kernel/words.ts';
import { FORMATS } from '../design/formats.ts';
import { CaseStatus } from './desk-states.tsx';
import { CASE_KIND, DESK_WORDS } from './desk-words.ts';

interface CaseHeadProps {
  readonly file: CaseListItemDto;
  readonly language: Language;
}

/** How a case stands, what it is about, and until when somebody must answer. */
export function CaseHead({ file, language }: CaseHeadProps) {
  return (
    <div class="stack middle">
      <CaseStands file={file} language={language} />
      <h1>{file.title[language]}</h1>
      <CaseDates file={file} language={language} />
    </div>
  );
}

interface CaseItemsProps {
  readonly items: readonly CaseListItemDto[];
  /** Each is below this address. */
  readonly at: string;
  readonly language: Language;
}

/** The same of many, each with the way to it. */
export function CaseItems({ items, at, language }: CaseItemsProps) {
  return (
    <ul class="card items">
      {items.map((file) => (
        <li key={file.number}>
          <CaseStands file={file} language={language} />
          <h2>
            <a href={`${at}/${file.number}`}>{file.title[language]}</a>
          </h2>
          <CaseDates file={file} language={language} />
        </li>
      ))}
    </ul>
  );
}

const CaseStands = ({ file, language }: CaseHeadProps) => (
  <div class="over">
    <CaseStatus status={file.status} isLate={file.isLate} language={language} />
    <span class="soft">
      {CASE_KIND[language][file.kind]} · {file.number}
    </span>
  </div>
);

function CaseDates({ file, language }: CaseHeadProps) {
  const words = DESK_WORDS[language];
  const formats = FORMATS[language];
  return (
    <div class="dots">
      {file.workshop !== null && <span>{file.workshop}</span>}
      <span>{words.opened(formats.time(file.openedAt))}</span>
      {file.status === 'open' && <span>{(file.isLate ? words.late : words.due)(formats.time(file.dueAt))}</span>}
    </div>
  );
}
