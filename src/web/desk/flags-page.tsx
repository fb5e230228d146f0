import { FLAG_STATUSES, type FlagDto } from '../../flags/flag.dto.ts';
import type { Page } from '../../http/paging.ts';
import type { Language } from '../../kernel/words.ts';
import { FORMATS } from '../design/formats.ts';
import type { FlagFilterDto } from './desk-form.dto.ts';
import { FlagStatus, Severity } from './desk-states.tsx';
import { DESK_WORDS, FLAG_STATUS, LEVEL } from './desk-words.ts';
import { Select, Text } from '../design/fields.tsx';
import { nameIn } from '../design/names.ts';
import { Pager } from '../staff/pager.tsx';
import { RULE_TITLE } from './rule-words.ts';

interface InboxProps {
  readonly page: Page<FlagDto>;
  readonly filter: FlagFilterDto;
  readonly language: Language;
}

/** What looks wrong, newest first: how grave, what, where, and how often. */
export function FlagsPage({ page, filter, language }: InboxProps) {
  const words = DESK_WORDS[language];
  const { status = '', level, rule, part, workshop } = filter;
  return (
    <div class="stack">
      <h1>{words.flags}</h1>
      <Filters filter={filter} language={language} />
      {page.items.length === 0 ? (
        <p class="card empty">{words.noFlags}</p>
      ) : (
        <ul class="card items">
          {page.items.map((flag) => (
            <Row key={flag.id} flag={flag} language={language} />
          ))}
        </ul>
      )}
      <Pager
        path="/desk"
        filter={{ status, level, rule, part, workshop }}
        isLater={filter.after !== undefined}
        next={page.next}
        language={language}
      />
    </div>
  );
}

function Filters({ filter, language }: Omit<InboxProps, 'page'>) {
  const words = DESK_WORDS[language];
  const rules = Object.fromEntries(
    Object.entries(RULE_TITLE[language]).map(([rule, title]) => [rule, `${rule} ${title}`]),
  );
  const statuses = Object.fromEntries(FLAG_STATUSES.map((each) => [each, FLAG_STATUS[language][each]]));
  return (
    <form class="filters act" method="get" action="/desk">
      <Select label={words.status} name="status" choices={statuses} value={filter.status} none={words.all} />
      <Select label={words.severity} name="level" choices={LEVEL[language]} value={filter.level} none={words.all} />
      <Select label={words.rule} name="rule" choices={rules} value={filter.rule} none={words.all} />
      <Text label={words.part} name="part" value={filter.part} most={40} />
      <Text label={words.workshop} name="workshop" value={filter.workshop} most={40} />
      <button>{words.filter}</button>
    </form>
  );
}

function Row({ flag, language }: { readonly flag: FlagDto; readonly language: Language }) {
  const words = DESK_WORDS[language];
  return (
    <li>
      <div class="over">
        <Severity level={flag.level} language={language} />
        <FlagStatus status={flag.status} language={language} />
        <span class="soft">
          {flag.rule} {nameIn(RULE_TITLE[language], flag.rule)}
        </span>
      </div>
      <h2>
        <a href={`/desk/flags/${flag.id}`}>{flag.finding.message[language]}</a>
      </h2>
      <div class="dots">
        {flag.partNumber !== null && <span class="code">{flag.partNumber}</span>}
        {flag.workshop !== null && <span>{flag.workshop}</span>}
        {flag.count > 1 && <span>{words.times(flag.count)}</span>}
        <span>{words.lastSeen(FORMATS[language].time(flag.lastAt))}</span>
        {flag.case !== null && <span>{flag.case}</span>}
      </div>
    </li>
  );
}
