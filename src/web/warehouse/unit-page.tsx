import type { ComponentChildren } from 'preact';
import type { Language } from '../../kernel/words.ts';
import { serialInGroups } from '../../labels/label-text.ts';
import { isDestroyable, isStep, STATE_WORDS } from '../../units/unit-lifecycle.ts';
import type { UnitDto } from '../../units/unit-view.dto.ts';
import { Chip } from '../design/chip.tsx';
import { holdReason } from '../desk/rule-words.ts';
import { LongText, Select, Text } from '../design/fields.tsx';
import { FORMATS } from '../design/formats.ts';
import { Notice } from '../design/notice.tsx';
import { HOLD } from '../staff/hold-words.ts';
import { Timeline } from '../staff/timeline.tsx';
import { MISSING_REASON, VOID_REASON } from '../staff/unit-reason-words.ts';
import { STOCK_WORDS } from './stock-words.ts';
import { WAREHOUSE_WORDS } from './warehouse-words.ts';

interface UnitProps {
  readonly unit: UnitDto;
  readonly language: Language;
}

interface UnitPageProps extends UnitProps {
  readonly own: string;
  readonly isLead: boolean;
  readonly isSaved: boolean;
}

/** One physical part: all that happened to it, and what a warehouse may do about it. */
export function UnitPage({ unit, own, isLead, isSaved, language }: UnitPageProps) {
  const words = STOCK_WORDS[language];
  return (
    <div class="stack">
      {isSaved && <Notice state="good" role="status" title={WAREHOUSE_WORDS[language].saved} />}
      <div>
        <p class="soft code">{unit.partNumber}</p>
        <h1>{unit.name[language]}</h1>
      </div>
      <div class="two">
        <section class="card">
          <h2>{words.life}</h2>
          <Timeline unit={unit} language={language} />
        </section>
        <div class="stack">
          <Facts unit={unit} language={language} />
          {unit.custodian?.code === own && <Deeds unit={unit} isLead={isLead} language={language} />}
        </div>
      </div>
    </div>
  );
}

function Facts({ unit, language }: UnitProps) {
  const words = STOCK_WORDS[language];
  const { day, time } = FORMATS[language];
  const path = new URLSearchParams({ partNumber: unit.partNumber, ...(unit.lot !== null && { lot: unit.lot }) });
  return (
    <section class="card stack">
      <dl class="facts">
        <dt>{WAREHOUSE_WORDS[language].state}</dt>
        <dd>
          <b>{STATE_WORDS[unit.state][language]}</b>
        </dd>
        {unit.custodian !== null && [<dt>{words.custodian}</dt>, <dd>{unit.custodian.name[language]}</dd>]}
        <dt>{words.serial}</dt>
        <dd class="code">{serialInGroups(unit.serial)}</dd>
        <dt>GTIN</dt>
        <dd class="code">{unit.gtin}</dd>
        {unit.lot !== null && [
          <dt>{WAREHOUSE_WORDS[language].lot}</dt>,
          <dd>
            <a class="code" href={`/warehouse/units?${path.toString()}`}>
              {unit.lot}
            </a>
          </dd>,
        ]}
        {unit.expiresOn !== null && [<dt>{words.expires}</dt>, <dd>{day(unit.expiresOn)}</dd>]}
      </dl>
      {unit.holds.map(({ kind, placedAt, reason }) => (
        <div key={kind}>
          <Chip state="caution">{HOLD[language][kind]}</Chip>
          <p class="dots">
            <span>{words.since(time(placedAt))}</span>
            {reason !== null && <span>{holdReason(reason, language)}</span>}
          </p>
        </div>
      ))}
    </section>
  );
}

function Deeds({ unit, isLead, language }: Pick<UnitPageProps, 'unit' | 'isLead' | 'language'>) {
  const words = STOCK_WORDS[language];
  const names = WAREHOUSE_WORDS[language];
  const { state, holds } = unit;
  const isQuarantined = holds.some(({ kind }) => kind === 'quarantine');
  const kinds = holds.map(({ kind }) => kind);
  return (
    <div class="stack act">
      {isStep(state, 'voided') && (
        <Deed unit={unit} deed="void" title={words.doVoid} means={words.voidMeans}>
          <Select label={names.reason} name="reason" choices={VOID_REASON[language]} required />
          <Text label={words.note} name="note" most={500} />
        </Deed>
      )}
      {isStep(state, 'missing') && (
        <Deed unit={unit} deed="missing" title={words.doMissing} means={words.missingMeans}>
          <Select label={names.reason} name="reason" choices={MISSING_REASON[language]} required />
          <Text label={words.note} name="note" most={500} />
        </Deed>
      )}
      {state === 'in_stock' && !isQuarantined && (
        <Deed unit={unit} deed="quarantine" title={words.doHold} means={words.holdMeans}>
          <LongText label={names.reason} name="reason" most={500} />
        </Deed>
      )}
      {isLead && isDestroyable(state, kinds) && (
        <Deed unit={unit} deed="destroy" title={words.doDestroy} means={words.destroyMeans}>
          <LongText label={names.reason} name="reason" most={500} />
          <Text label={words.witness} name="witness" most={100} required />
        </Deed>
      )}
    </div>
  );
}

interface DeedProps {
  readonly unit: UnitDto;
  readonly deed: 'void' | 'missing' | 'quarantine' | 'destroy';
  readonly title: string;
  readonly means: string;
  readonly children: ComponentChildren;
}

function Deed({ unit, deed, title, means, children }: DeedProps) {
  return (
    <details>
      <summary>{title}</summary>
      <form class="card fields" method="post" action={`/warehouse/units/${unit.gtin}/${unit.serial}/${deed}`}>
        <p class="soft">{means}</p>
        {children}
        <button class="main">{title}</button>
      </form>
    </details>
  );
}
