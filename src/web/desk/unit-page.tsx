import type { ComponentChildren } from 'preact';
import type { Language } from '../../kernel/words.ts';
import { serialInGroups } from '../../labels/label-text.ts';
import { STATE_WORDS } from '../../units/unit-lifecycle.ts';
import type { UnitDto } from '../../units/unit-view.dto.ts';
import { FORMATS } from '../design/formats.ts';
import { Notice } from '../design/notice.tsx';
import { Chip } from '../design/chip.tsx';
import { DESK_WORDS } from './desk-words.ts';
import { holdReason } from './rule-words.ts';
import { FoundForm, OpenCaseForm } from './unit-forms.tsx';
import { UNIT_WORDS } from './unit-words.ts';
import { HOLD } from '../staff/hold-words.ts';
import { LongText, Text } from '../design/fields.tsx';
import { Timeline } from '../staff/timeline.tsx';

interface UnitProps {
  readonly unit: UnitDto;
  readonly language: Language;
}

interface UnitPageProps extends UnitProps {
  /** Its way from place to place, drawn. */
  readonly way: ComponentChildren;
  readonly isSaved: boolean;
  /** Number of the case that was just opened on it. */
  readonly opened: string | undefined;
}

/** One physical part: what it is, what holds it, and all that happened to it. */
export function UnitPage({ unit, way, language, isSaved, opened }: UnitPageProps) {
  const words = DESK_WORDS[language];
  return (
    <div class="stack">
      {isSaved && <Notice state="good" role="status" title={words.saved} />}
      {opened !== undefined && (
        <Notice state="good" role="status" title={UNIT_WORDS[language].opened}>
          <a href={`/desk/cases/${opened}`}>{opened}</a>
        </Notice>
      )}
      <div>
        <p class="soft code">{unit.partNumber}</p>
        <h1>{unit.name[language]}</h1>
      </div>
      {way}
      <div class="two">
        <section class="card">
          <h2>{words.life}</h2>
          <Timeline unit={unit} language={language} casesAt="/desk/cases" />
        </section>
        <div class="stack">
          <Facts unit={unit} language={language} />
          {unit.state === 'missing' && <FoundForm unit={unit} language={language} />}
          <section class="card stack">
            <h2>{words.holds}</h2>
            {unit.holds.length === 0 && <p class="soft">{words.noHolds}</p>}
            {unit.holds.map((hold) => (
              <Hold key={hold.kind} unit={unit} hold={hold} opened={opened} language={language} />
            ))}
          </section>
          <OpenCaseForm unit={unit} language={language} />
        </div>
      </div>
    </div>
  );
}

function Facts({ unit, language }: UnitProps) {
  const words = DESK_WORDS[language];
  return (
    <section class="card">
      <dl class="facts">
        <dt>{words.state}</dt>
        <dd>
          <b>{STATE_WORDS[unit.state][language]}</b>
        </dd>
        {unit.custodian !== null && (
          <>
            <dt>{words.custodian}</dt>
            <dd>{unit.custodian.name[language]}</dd>
          </>
        )}
        <dt>{words.serial}</dt>
        <dd class="code">{serialInGroups(unit.serial)}</dd>
        <dt>GTIN</dt>
        <dd class="code">{unit.gtin}</dd>
        {unit.lot !== null && (
          <>
            <dt>{words.lot}</dt>
            <dd class="code">{unit.lot}</dd>
          </>
        )}
        {unit.expiresOn !== null && (
          <>
            <dt>{words.expires}</dt>
            <dd>{FORMATS[language].day(unit.expiresOn)}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

interface HoldProps extends UnitProps, Pick<UnitPageProps, 'opened'> {
  readonly hold: UnitDto['holds'][number];
}

function Hold({ unit, hold, opened, language }: HoldProps) {
  const words = DESK_WORDS[language];
  return (
    <div class="stack">
      <div class="over">
        <Chip state="caution">{HOLD[language][hold.kind]}</Chip>
        {hold.case !== null && <a href={`/desk/cases/${hold.case}`}>{hold.case}</a>}
      </div>
      <p class="dots">
        <span>{words.since(FORMATS[language].time(hold.placedAt))}</span>
        {hold.reason !== null && <span>{holdReason(hold.reason, language)}</span>}
      </p>
      {hold.isHalfCleared && <Notice state="plain" title={words.half} />}
      <details class="act">
        <summary>{words.clear}</summary>
        <form
          class="fields"
          method="post"
          action={`/desk/units/${unit.gtin}/${unit.serial}/holds/${hold.kind}/clearance`}
        >
          <LongText label={words.reason} name="reason" most={500} />
          <Text
            label={words.caseNumber}
            name="case"
            most={20}
            pattern="C-\d{4}-\d{6,12}"
            {...(hold.case === null ? { required: true, value: opened } : { hint: words.caseHint })}
          />
          <button class="main">{words.clear}</button>
        </form>
      </details>
    </div>
  );
}
