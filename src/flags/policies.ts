import type { Level, Policies, RulePolicy } from './rule.ts';

/** A maker's policy rows as the evidence queries aggregate them: `[{rule, is_on, level, thresholds}]`, or null. */
export type PolicyRows =
  readonly { rule: string; is_on: boolean; level: Level | null; thresholds: Record<string, number> }[] | null;

export function policiesOf(rows: PolicyRows): Policies {
  const policies: Record<string, RulePolicy> = {};
  for (const row of rows ?? [])
    policies[row.rule] = {
      isOn: row.is_on,
      thresholds: row.thresholds,
      ...(row.level === null ? {} : { level: row.level }),
    };
  return policies;
}
