import type { CaseDto, ENTRY_KINDS } from '../../flags/case.dto.ts';
import type { Language } from '../../kernel/words.ts';
import type { OrderOfCase } from '../../repair-orders/case-order.query.ts';
import type { UnitDto } from '../../units/unit-view.dto.ts';
import { FORMATS } from '../design/formats.ts';
import { Icon } from '../design/icons.tsx';
import { Notice } from '../design/notice.tsx';
import { CaseStatus, FlagStatus, Severity } from './desk-states.tsx';
import { CASE_KIND, DESK_WORDS, ENTRY_KIND, ENTRY_MEANS } from './desk-words.ts';
import { Evidence } from './evidence.tsx';
import { LongText, Select } from '../design/fields.tsx';
import { Timeline } from '../staff/timeline.tsx';
import { WorkshopSide } from './workshop-side.tsx';

interface CaseProps {
  readonly file: CaseDto;
  readonly language: Language;
}

interface CasePageProps extends CaseProps {
  /** The unit that the case is about, where it is about one. */
  readonly unit: UnitDto | null;
  /** The workshop's record, where it is about an order. */
  readonly order: OrderOfCase | undefined;
  readonly isSaved: boolean;
}

/** One case: what was found and frozen, what both sides wrote and recorded, and what can be added. */
export function CasePage({ file, unit, order, language, isSaved }: CasePageProps) {
  const words = DESK_WORDS[language];
  const formats = FORMATS[language];
  return (
    <div class="stack">
      {isSaved && <Notice state="good" role="status" title={words.saved} />}
      <div class="stack middle">
        <div class="over">
          <CaseStatus status={file.status} isLate={file.isLate} language={language} />
          <span class="soft">
            {CASE_KIND[language][file.kind]} · {file.number}
          </span>
        </div>
        <h1>{file.title[language]}</h1>
        <p class="dots">
          {file.workshop !== null && <span>{file.workshop}</span>}
          <span>{words.opened(formats.time(file.openedAt))}</span>
          {file.status === 'open' && <span>{(file.isLate ? words.late : words.due)(formats.time(file.dueAt))}</span>}
        </p>
      </div>
      <div class="two">
        <div class="stack">
          <Entries file={file} language={language} />
          {order !== undefined && <WorkshopSide order={order} language={language} />}
          {unit !== null && (
            <section class="card">
              <div class="over">
                <h2>{words.life}</h2>
                <a class="end" href={`/desk/units/${unit.gtin}/${unit.serial}`}>
                  {unit.name[language]}
                </a>
              </div>
              <Timeline unit={unit} language={language} casesAt="/desk/cases" />
            </section>
          )}
        </div>
        <div class="stack">
          {file.status === 'closed' ? (
            <Notice state="plain" title={words.closed} />
          ) : (
            <EntryForm file={file} language={language} />
          )}
          <section class="card">
            <h2>{words.evidence}</h2>
            <p class="soft">{words.frozen}</p>
            <Evidence evidence={file.evidence} language={language} />
          </section>
          {file.flags.length > 0 && <Flags file={file} language={language} />}
        </div>
      </div>
    </div>
  );
}

function Entries({ file, language }: CaseProps) {
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

function EntryForm({ file, language }: CaseProps) {
  const words = DESK_WORDS[language];
  const { resolution, ...others } = ENTRY_MEANS[language];
  // A dispute is closed by the workshop that it was raised with.
  const kinds: Partial<Record<(typeof ENTRY_KINDS)[number], string>> =
    file.kind === 'investigation' || file.escalatedAt !== null ? { ...others, resolution } : others;
  return (
    <section class="card act">
      <h2>{words.add}</h2>
      <form class="fields" method="post" action={`/desk/cases/${file.number}/entries`}>
        <Select label={words.kind} name="kind" choices={kinds} />
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

function Flags({ file, language }: CaseProps) {
  return (
    <section class="card">
      <h2>{DESK_WORDS[language].flagsHere}</h2>
      <ul class="stack">
        {file.flags.map(({ id, level, status, finding }) => (
          <li key={id}>
            <div class="over">
              <Severity level={level} language={language} />
              <FlagStatus status={status} language={language} />
            </div>
            <a href={`/desk/flags/${id}`}>{finding.message[language]}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
