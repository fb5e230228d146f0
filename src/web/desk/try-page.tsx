import type { ComponentChildren } from 'preact';
import type { Outcomes, TriedFlag } from '../../back-test/back-test.ts';
import type { BackTest } from '../../back-test/back-test.service.ts';
import type { RuleInForce } from '../../flags/policies.service.ts';
import type { Language } from '../../kernel/words.ts';
import { serialInGroups } from '../../labels/label-text.ts';
import { Chip } from '../design/chip.tsx';
import { Select } from '../design/fields.tsx';
import { FORMATS } from '../design/formats.ts';
import { nameIn } from '../design/names.ts';
import { Notice } from '../design/notice.tsx';
import { FlagStatus, Severity } from './desk-states.tsx';
import { Evidence } from './evidence.tsx';
import { PolicyFields } from './policy-fields.tsx';
import { RULE_TITLE } from './rule-words.ts';
import { CHANGE, DAYS, TRY_WORDS } from './try-words.ts';

interface TryProps {
  /** With what is tried of it. */
  readonly rule: RuleInForce;
  readonly days: number;
  readonly language: Language;
  /** What came of it; nothing before it was tried. */
  readonly children?: ComponentChildren;
}

/** A rule, its policy to be played with, and what it would have said. */
export function TryPage({ rule, days, language, children }: TryProps) {
  const words = TRY_WORDS[language];
  return (
    <div class="stack">
      <div>
        <p>
          <a href={`/desk/rules#${rule.rule}`}>{words.backToRules}</a>
        </p>
        <h1>
          {words.tryIt} · {rule.rule} {nameIn(RULE_TITLE[language], rule.rule)}
        </h1>
        <p class="soft">{words.lead}</p>
      </div>
      <form class="filters" method="get" action={`/desk/rules/${rule.rule}/past`}>
        <PolicyFields rule={rule} language={language} />
        <Select label={words.period} name="days" choices={DAYS[language]} value={days} />
        <button>{words.run}</button>
      </form>
      {children ?? <p class="soft">{words.takesTime}</p>}
    </div>
  );
}

interface ResultProps {
  readonly test: BackTest;
  readonly language: Language;
}

/** In words, then to look at, then flag by flag. */
export function TryResult({ test, language, children }: ResultProps & { readonly children: ComponentChildren }) {
  const words = TRY_WORDS[language];
  return (
    <>
      {!test.isComplete && (
        <Notice state="caution" role="status" title={words.cutShort}>
          {words.cutShortMeans(FORMATS[language].time(test.from))}
        </Notice>
      )}
      <section class="card stack">
        <h2>{words.result}</h2>
        <InWords test={test} language={language} />
      </section>
      {children}
      <section class="stack">
        <div>
          <h2>{words.list}</h2>
          <p class="soft">{words.listLead}</p>
        </div>
        {test.flags.length === 0 ? (
          <p class="card empty">{words.none}</p>
        ) : (
          <ul class="card items">
            {test.flags.map((flag, place) => (
              <Row key={place} flag={flag} language={language} />
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function InWords({ test, language }: ResultProps) {
  const words = TRY_WORDS[language];
  const { before, after, kept, lost, added, addedConfirmedOtherwise, reproduced, scans } = test;
  return (
    <>
      <p>
        <b>{words.said(before.flags, after.flags)}</b>
      </p>
      <ul class="bullets">
        {sum(kept) > 0 && <li>{words.kept(sum(kept))}</li>}
        {sum(lost) > 0 && <li>{words.lost(sum(lost), lost.confirmed, lost.dismissed)}</li>}
        {added > 0 && <li>{words.added(added, addedConfirmedOtherwise)}</li>}
      </ul>
      <p class="soft">{words.trust(reproduced, before.flags, FORMATS[language].number(scans))}</p>
    </>
  );
}

const sum = ({ confirmed, dismissed, unknown }: Outcomes): number => confirmed + dismissed + unknown;

const OF_CHANGE = { new: 'unknown', lost: 'caution', kept: 'plain' } as const;

function Row({ flag, language }: { readonly flag: TriedFlag; readonly language: Language }) {
  const { change, outcome, level, at, unit } = flag;
  return (
    <li>
      <div class="over">
        <Chip state={OF_CHANGE[change]}>{CHANGE[language][change]}</Chip>
        <Severity level={level} language={language} />
        {outcome !== null && <FlagStatus status={outcome} language={language} />}
      </div>
      <div class="dots">
        {unit !== null && (
          <a class="code" href={`/desk/units/${unit.gtin}/${unit.serial}`}>
            {serialInGroups(unit.serial)}
          </a>
        )}
        {flag.flag !== null && <a href={`/desk/flags/${flag.flag}`}>{TRY_WORDS[language].flag}</a>}
        <span>{FORMATS[language].time(at)}</span>
      </div>
      {change === 'new' && flag.facts !== null && <Evidence evidence={flag.facts} language={language} />}
    </li>
  );
}
