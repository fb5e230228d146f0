import type { PolicyWish } from '../../flags/policies.service.ts';
import type { Level } from '../../flags/rule.ts';

/** Names of a form's fields that hold a threshold: `threshold.skewMinutes`. */
export const THRESHOLD = 'threshold.';

/** A rule's form: a box that is not ticked is not sent, and a threshold left empty is the rule's own. */
export function policyIn(form: Readonly<Record<string, unknown>>): PolicyWish {
  const thresholds = Object.entries(form).flatMap(([name, value]): [string, number][] =>
    name.startsWith(THRESHOLD) && typeof value === 'string' && value.trim() !== ''
      ? [[name.slice(THRESHOLD.length), Number(value)]]
      : [],
  );
  const level = levelIn(form['level']);
  return {
    isOn: form['isOn'] === 'on',
    thresholds: Object.fromEntries(thresholds),
    ...(level === undefined ? {} : { level }),
  };
}

const levelIn = (text: unknown): Level | undefined =>
  typeof text === 'string' && /^[1-5]$/.test(text) ? (Number(text) as Level) : undefined;
