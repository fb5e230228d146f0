import { whyNotClosed } from '../../flags/case-closing.ts';
import type { CaseDto } from '../../flags/case.dto.ts';
import type { Language } from '../../kernel/words.ts';
import type { OrderOfCase } from '../../repair-orders/case-order.query.ts';
import type { UnitDto } from '../../units/unit-view.dto.ts';
import { Notice } from '../design/notice.tsx';
import { CaseEntries, CaseEntryForm } from './case-entries.tsx';
import { CaseHead } from './case-head.tsx';
import { FlagStatus, Severity } from './desk-states.tsx';
import { DESK_WORDS } from './desk-words.ts';
import { Evidence } from './evidence.tsx';
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
  return (
    <div class="stack">
      {isSaved && <Notice state="good" role="status" title={words.saved} />}
      <CaseHead file={file} language={language} />
      <div class="two">
        <div class="stack">
          <CaseEntries file={file} language={language} />
          {order !== undefined && <WorkshopSide order={order} at={`/desk/cases/${file.number}`} language={language} />}
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
            <CaseEntryForm
              file={file}
              language={language}
              action={`/desk/cases/${file.number}/entries`}
              mayClose={whyNotClosed('maker', file) === null}
            />
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
