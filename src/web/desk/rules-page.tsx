import { whyUntriable } from '../../back-test/back-test.service.ts';
import type { PolicyChange, RuleInForce } from '../../flags/policies.service.ts';
import type { Language } from '../../kernel/words.ts';
import { FORMATS } from '../design/formats.ts';
import { Icon } from '../design/icons.tsx';
import { Notice } from '../design/notice.tsx';
import { Chip } from '../design/chip.tsx';
import { Severity } from './desk-states.tsx';
import { DESK_WORDS, LEVEL } from './desk-words.ts';
import { nameIn } from '../design/names.ts';
import { PolicyFields } from './policy-fields.tsx';
import { RULE_TITLE, THRESHOLD_NAME } from './rule-words.ts';
import { TRY_WORDS } from './try-words.ts';

interface RulesProps {
  readonly rules: readonly RuleInForce[];
  /** Of all rules, newest first. */
  readonly changes: readonly PolicyChange[];
  readonly language: Language;
  /** The rule that was just changed. */
  readonly saved: string | undefined;
}

/** Every rule as this maker has it, each with the form that changes it. */
export function RulesPage({ rules, changes, language, saved }: RulesProps) {
  const words = DESK_WORDS[language];
  return (
    <div class="stack">
      {saved !== undefined && <Notice state="good" role="status" title={`${words.saved} · ${saved}`} />}
      <div>
        <h1>{words.rules}</h1>
        <p class="soft">{words.rulesLead}</p>
      </div>
      <ul class="card items rules">
        {rules.map((rule) => (
          <li key={rule.rule} id={rule.rule}>
            <Rule rule={rule} changes={changes.filter((each) => each.rule === rule.rule)} language={language} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface RuleProps {
  readonly rule: RuleInForce;
  readonly language: Language;
}

interface ChangesProps {
  readonly changes: readonly PolicyChange[];
  readonly language: Language;
}

function Rule({ rule, changes, language }: RuleProps & ChangesProps) {
  const words = DESK_WORDS[language];
  return (
    <details>
      <summary>
        <span>
          <b>{rule.rule}</b> {nameIn(RULE_TITLE[language], rule.rule)}{' '}
          {isChanged(rule) && <span class="soft">· {words.changed}</span>}
        </span>
        <span class="end">
          {rule.isOn ? <Severity level={rule.level} language={language} /> : <Chip state="plain">{words.off}</Chip>}
        </span>
      </summary>
      <PolicyForm rule={rule} language={language} />
      {changes.length > 0 && <Changes changes={changes} language={language} />}
    </details>
  );
}

function isChanged({ isOn, level, thresholds, defaults }: RuleInForce): boolean {
  const isMoved = Object.entries(thresholds).some(([name, value]) => defaults.thresholds[name] !== value);
  return !isOn || level !== defaults.level || isMoved;
}

function PolicyForm({ rule, language }: RuleProps) {
  const words = DESK_WORDS[language];
  const why = whyUntriable(rule.rule);
  return (
    <>
      <form class="filters" method="post" action={`/desk/rules/${rule.rule}`}>
        <PolicyFields rule={rule} language={language} />
        <button>{words.save}</button>
      </form>
      {why === null ? (
        <p>
          <a href={`/desk/rules/${rule.rule}/past`}>{TRY_WORDS[language].tryIt}</a>
        </p>
      ) : (
        <p class="soft">{why[language]}</p>
      )}
    </>
  );
}

/** Who made what of it, and when. */
function Changes({ changes, language }: ChangesProps) {
  const words = DESK_WORDS[language];
  return (
    <section>
      <h3>{words.changes}</h3>
      <ol class="line">
        {changes.map((change, index) => (
          <li key={index} class="plain">
            <Icon name="plain" />
            <div class="dots">
              <span>{FORMATS[language].time(change.at)}</span>
              {change.by !== null && <span>{change.by}</span>}
            </div>
            <p>{changeIn(change, language)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function changeIn({ isOn, level, thresholds = {} }: PolicyChange, language: Language): string {
  const words = DESK_WORDS[language];
  const amounts = Object.entries(thresholds).map(
    ([name, value]) => `${nameIn(THRESHOLD_NAME[language], name)} ${FORMATS[language].number(value)}`,
  );
  const said = [isOn ? words.isOn : words.off, ...(level === undefined ? [] : [LEVEL[language][level]]), ...amounts];
  return said.join(' · ');
}
