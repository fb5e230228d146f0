import type { PolicyChange, RuleInForce } from '../../flags/policies.service.ts';
import type { Language } from '../../kernel/words.ts';
import { FORMATS } from '../design/formats.ts';
import { Icon } from '../design/icons.tsx';
import { Notice } from '../design/notice.tsx';
import { Chip } from '../design/chip.tsx';
import { Severity } from './desk-states.tsx';
import { DESK_WORDS, LEVEL } from './desk-words.ts';
import { Select } from '../design/fields.tsx';
import { nameIn } from '../design/names.ts';
import { THRESHOLD } from './policy-form.ts';
import { RULE_TITLE, THRESHOLD_NAME } from './rule-words.ts';

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
  const { level, thresholds } = rule.defaults;
  return (
    <form class="filters" method="post" action={`/desk/rules/${rule.rule}`}>
      <label class="choice">
        <input type="checkbox" name="isOn" checked={rule.isOn} />
        {words.isOn}
      </label>
      <Select
        label={words.severity}
        name="level"
        choices={LEVEL[language]}
        value={rule.level === level ? undefined : rule.level}
        none={words.own(LEVEL[language][level])}
      />
      {Object.entries(rule.thresholds).map(([name, value]) => (
        <label key={name}>
          <span>
            {nameIn(THRESHOLD_NAME[language], name)}{' '}
            <span class="soft">{words.byItself(String(thresholds[name] ?? ''))}</span>
          </span>
          <input type="number" name={`${THRESHOLD}${name}`} min={0} step="any" required value={value} />
        </label>
      ))}
      <button>{words.save}</button>
    </form>
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
