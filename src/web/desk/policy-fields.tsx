import type { RuleInForce } from '../../flags/policies.service.ts';
import type { Language } from '../../kernel/words.ts';
import { Select } from '../design/fields.tsx';
import { nameIn } from '../design/names.ts';
import { DESK_WORDS, LEVEL } from './desk-words.ts';
import { THRESHOLD } from './policy-form.ts';
import { THRESHOLD_NAME } from './rule-words.ts';

interface FieldsProps {
  /** What stands in the fields. */
  readonly rule: Pick<RuleInForce, 'isOn' | 'level' | 'thresholds' | 'defaults'>;
  readonly language: Language;
}

/** Whether a rule is on, how grave it is and from when on it speaks. `policyIn` reads them. */
export function PolicyFields({ rule, language }: FieldsProps) {
  const words = DESK_WORDS[language];
  const { level, thresholds } = rule.defaults;
  return (
    <>
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
    </>
  );
}
