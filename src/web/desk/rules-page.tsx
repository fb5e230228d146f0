import type { RuleInForce } from '../../flags/policies.service.ts';
import type { Language } from '../../kernel/words.ts';
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
  readonly language: Language;
  /** The rule that was just changed. */
  readonly saved: string | undefined;
}

/** Every rule as this maker has it, each with the form that changes it. */
export function RulesPage({ rules, language, saved }: RulesProps) {
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
            <Rule rule={rule} language={language} />
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

function Rule({ rule, language }: RuleProps) {
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
