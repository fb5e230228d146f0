import type { PolicyWish } from '../../flags/policies.service.ts';
import type { Level, Thresholds } from '../../flags/rule.ts';

/** Names of a form's fields that hold a threshold: `threshold.skewMinutes`. */
export const THRESHOLD = 'threshold.';

/**
 * A rule's form: a box that is not ticked is not sent. A threshold that is left empty, or at what the rule has by itself,
 * is not the maker's own: it follows the rule when that changes.
 */
export function policyIn(form: Readonly<Record<string, unknown>>, byItself: Thresholds): PolicyWish {
  const thresholds = Object.entries(form).flatMap(([field, text]): [string, number][] => {
    if (!field.startsWith(THRESHOLD) || typeof text !== 'string' || text.trim() === '') return [];
    const name = field.slice(THRESHOLD.length);
    const value = Number(text);
    return byItself[name] === value ? [] : [[name, value]];
  });
  const level = levelIn(form['level']);
  return {
    isOn: form['isOn'] === 'on',
    thresholds: Object.fromEntries(thresholds),
    ...(level === undefined ? {} : { level }),
  };
}

const levelIn = (text: unknown): Level | undefined =>
  typeof text === 'string' && /^[1-5]$/.test(text) ? (Number(text) as Level) : undefined;
