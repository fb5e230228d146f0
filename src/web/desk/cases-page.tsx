import type { CaseListItemDto } from '../../flags/case.dto.ts';
import type { Page } from '../../http/paging.ts';
import type { Language } from '../../kernel/words.ts';
import type { CaseFilterDto } from './desk-form.dto.ts';
import { CaseItems } from './case-head.tsx';
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
        <CaseItems items={page.items} at="/desk/cases" language={language} />
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
