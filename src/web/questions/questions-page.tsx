import type { WorkshopSatisfactionDto } from '../../feedback/satisfaction.dto.ts';
import type { CaseListItemDto } from '../../flags/case.dto.ts';
import type { Page } from '../../http/paging.ts';
import type { Language } from '../../kernel/words.ts';
import { CaseItems } from '../desk/case-head.tsx';
import type { CaseFilterDto } from '../desk/desk-form.dto.ts';
import { CASE_STATUS, DESK_WORDS } from '../desk/desk-words.ts';
import { Select } from '../design/fields.tsx';
import { FORMATS } from '../design/formats.ts';
import { Pager } from '../staff/pager.tsx';
import { QUESTIONS_WORDS } from './questions-words.ts';

interface QuestionsProps {
  readonly at: string;
  readonly page: Page<CaseListItemDto>;
  readonly filter: CaseFilterDto;
  readonly satisfaction: Pick<WorkshopSatisfactionDto, 'answers' | 'percent'>;
  readonly language: Language;
}

/** What owners object to, newest first, and how content they are with the service. */
export function QuestionsPage({ at, page, filter, satisfaction, language }: QuestionsProps) {
  const words = QUESTIONS_WORDS[language];
  const desk = DESK_WORDS[language];
  const { status, after } = filter;
  return (
    <div class="stack">
      <h1>{words.questions}</h1>
      <p class="soft prose">{words.about}</p>
      <Satisfaction {...satisfaction} language={language} />
      <form class="filters act" method="get" action={at}>
        <Select label={desk.status} name="status" choices={CASE_STATUS[language]} value={status} none={desk.all} />
        <button>{desk.filter}</button>
      </form>
      {page.items.length === 0 ? (
        <p class="card empty">{words.none}</p>
      ) : (
        <CaseItems items={page.items} at={at} language={language} />
      )}
      <Pager path={at} filter={{ status }} isLater={after !== undefined} next={page.next} language={language} />
    </div>
  );
}

function Satisfaction({
  answers,
  percent,
  language,
}: QuestionsProps['satisfaction'] & { readonly language: Language }) {
  const words = QUESTIONS_WORDS[language];
  return (
    <section class="card over">
      <h2>{words.satisfaction}</h2>
      {percent === null ? (
        <span class="soft end">{words.noAnswers}</span>
      ) : (
        <span class="end">
          <b>{FORMATS[language].percent(percent / 100)}</b> <span class="soft">{words.ofOwners(answers)}</span>
        </span>
      )}
    </section>
  );
}
