import type { ComponentChildren } from 'preact';
import { CAUSES, type FlagDto } from '../../flags/flag.dto.ts';
import { serialInGroups } from '../../labels/label-text.ts';
import type { Language } from '../../kernel/words.ts';
import { FORMATS } from '../design/formats.ts';
import { Notice } from '../design/notice.tsx';
import { FlagStatus, Severity } from './desk-states.tsx';
import { CAUSE, DESK_WORDS, OUTCOME } from './desk-words.ts';
import { Evidence } from './evidence.tsx';
import { LongText, Select } from '../design/fields.tsx';
import { nameIn } from '../design/names.ts';
import { RULE_TITLE } from './rule-words.ts';

interface FlagProps {
  readonly flag: FlagDto;
  readonly language: Language;
}

/** One flag: what was found, what it rests on, and whether that was right. */
export function FlagPage({ flag, language, isSaved }: FlagProps & { readonly isSaved: boolean }) {
  const words = DESK_WORDS[language];
  const { finding } = flag;
  return (
    <div class="stack">
      {isSaved && <Notice state="good" role="status" title={words.saved} />}
      <div class="stack middle">
        <div class="over">
          <Severity level={flag.level} language={language} />
          <FlagStatus status={flag.status} language={language} />
        </div>
        <h1>
          {flag.rule} {nameIn(RULE_TITLE[language], flag.rule)}
        </h1>
      </div>
      <div class="two">
        <div class="stack">
          <section class="card stack">
            <p>{finding.message[language]}</p>
            <dl class="facts">
              <dt>{words.toDo}</dt>
              <dd>{finding.next[language]}</dd>
              <dt>{words.ownerReads}</dt>
              <dd>{finding.owner[language]}</dd>
            </dl>
          </section>
          <section class="card">
            <h2>{words.evidence}</h2>
            <Evidence evidence={finding.evidence} language={language} />
          </section>
        </div>
        <div class="stack">
          <About flag={flag} language={language} />
          {flag.resolution === null ? (
            <ResolutionForm flag={flag} language={language} />
          ) : (
            <Resolved flag={flag} resolution={flag.resolution} language={language} />
          )}
        </div>
      </div>
    </div>
  );
}

function About({ flag, language }: FlagProps) {
  const words = DESK_WORDS[language];
  const formats = FORMATS[language];
  const { unit, code } = flag;
  return (
    <section class="card">
      <h2>{words.about}</h2>
      <dl class="facts">
        {unit !== null && (
          <Row name={words.unit}>
            <a class="code" href={`/desk/units/${unit.gtin}/${unit.serial}`}>
              {serialInGroups(unit.serial)}
            </a>
          </Row>
        )}
        {unit === null && code !== null && (
          <Row name={words.code}>
            <span class="code">{[code.gtin, code.serial].filter((text) => text !== null).join(' / ')}</span>
          </Row>
        )}
        {flag.case !== null && (
          <Row name={words.case}>
            <a href={`/desk/cases/${flag.case}`}>{flag.case}</a>
          </Row>
        )}
        <Row name={words.part}>{flag.partNumber}</Row>
        <Row name={words.workshop}>{flag.workshop}</Row>
        <Row name={words.order}>
          {flag.repairOrder !== null && flag.line !== null ? `${flag.repairOrder} / ${flag.line}` : flag.repairOrder}
        </Row>
        <Row name={words.override}>{flag.overrideReason}</Row>
        <Row name={words.count}>{formats.number(flag.count)}</Row>
        <Row name={words.firstSeen}>{formats.time(flag.firstAt)}</Row>
        <Row name={words.lastAt}>{formats.time(flag.lastAt)}</Row>
      </dl>
    </section>
  );
}

interface RowProps {
  readonly name: string;
  readonly children: ComponentChildren;
}

/** Nothing to tell is not told. */
function Row({ name, children }: RowProps) {
  if (children === null) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function ResolutionForm({ flag, language }: FlagProps) {
  const words = DESK_WORDS[language];
  const causes = Object.fromEntries(CAUSES.map((cause) => [cause, CAUSE[language][cause]]));
  return (
    <section class="card act">
      <h2>{words.resolve}</h2>
      <form class="fields" method="post" action={`/desk/flags/${flag.id}/resolution`}>
        <p class="soft">{words.resolveMeans}</p>
        <fieldset>
          <legend>{words.outcome}</legend>
          {(['confirmed', 'dismissed'] as const).map((outcome) => (
            <label key={outcome} class="choice">
              <input type="radio" name="outcome" value={outcome} required />
              {OUTCOME[language][outcome]}
            </label>
          ))}
        </fieldset>
        <Select label={words.cause} name="cause" choices={causes} none={words.chooseCause} required />
        <LongText label={words.note} name="note" most={2000} />
        <button class="main">{words.save}</button>
      </form>
    </section>
  );
}

interface ResolvedProps extends FlagProps {
  readonly resolution: NonNullable<FlagDto['resolution']>;
}

function Resolved({ flag, resolution, language }: ResolvedProps) {
  const words = DESK_WORDS[language];
  return (
    <section class="card stack">
      <div class="over">
        <h2>{words.resolution}</h2>
        <FlagStatus status={flag.status} language={language} />
      </div>
      <dl class="facts">
        <dt>{words.cause}</dt>
        <dd>{CAUSE[language][resolution.cause]}</dd>
        <dt>{words.note}</dt>
        <dd class="prose">{resolution.note}</dd>
      </dl>
      <p class="soft">{FORMATS[language].time(resolution.at)}</p>
    </section>
  );
}
