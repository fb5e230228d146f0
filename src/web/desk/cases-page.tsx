import type { CaseListItemDto } from '../../flags/case.dto.ts';
import type { Page } from '../../http/paging.ts';
import type { Language } from '../../kernel/words.ts';
import { FORMATS } from '../design/formats.ts';
import type { CaseFilterDto } from './desk-form.dto.ts';
import { CaseStatus } from './desk-states.tsx';
import { CASE_KIND, CASE_STATUS, DESK_WORDS } from './desk-words.ts';
import { Select } from '../design/fields.tsx';
import { Pager } from '../staff/pager.tsx';

interface CasesProps {
  readonly page: Page<CaseListItemDto>;
  readonly filter: CaseFilterDto;
  readonly language: Language;
}

/** Investigations, disputes and complaints, newest first, and until when somebody must answer. */
export function CasesPage({ page, filter, language }: CasesProps) {
  const words = DESK_WORDS[language];
  const { status, kind, after } = filter;
  return (
    <div class="stack">
      <h1>{words.cases}</h1>
      <form class="filters act" method="get" action="/desk/cases">
        <Select label={words.status} name="status" choices={CASE_STATUS[language]} value={status} none={words.all} />
        <Select label={words.kind} name="kind" choices={CASE_KIND[language]} value={kind} none={words.all} />
        <button>{words.filter}</button>
      </form>
      {page.items.length === 0 ? (
        <p class="card empty">{words.noCases}</p>
      ) : (
        <ul class="card items">
          {page.items.map((file) => (
            <Row key={file.number} file={file} language={language} />
          ))}
        </ul>
      )}
      <Pager
        path="/desk/cases"
        filter={{ status, kind }}
        isLater={after !== undefined}
        next={page.next}
        language={language}
      />
    </div>
  );
}

function Row({ file, language }: { readonly file: CaseListItemDto; readonly language: Language }) {
  const words = DESK_WORDS[language];
  const formats = FORMATS[language];
  return (
    <li>
      <div class="over">
        <CaseStatus status={file.status} isLate={file.isLate} language={language} />
        <span class="soft">
          {CASE_KIND[language][file.kind]} · {file.number}
        </span>
      </div>
      <h2>
        <a href={`/desk/cases/${file.number}`}>{file.title[language]}</a>
      </h2>
      <div class="dots">
        {file.workshop !== null && <span>{file.workshop}</span>}
        <span>{words.opened(formats.time(file.openedAt))}</span>
        {file.status === 'open' && <span>{(file.isLate ? words.late : words.due)(formats.time(file.dueAt))}</span>}
      </div>
    </li>
  );
}
