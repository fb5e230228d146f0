import { Refusal } from '../kernel/refusal.ts';
import { refuseThresholds } from './policies.service.ts';
import type { Thresholds } from './rule.ts';
import { ALL_RULES } from './rules.ts';

const ruleOf = (id: string) => ALL_RULES.find((rule) => rule.id === id)!;

function faultsOf(id: string, given: Record<string, unknown>): readonly string[] {
  try {
    refuseThresholds(given, ruleOf(id));
    return [];
  } catch (error) {
    return (error as Refusal).errors.map(({ path, message }) => `${path} ${message}`);
  }
}

test.each([
  { rule: 'R21', given: { tolerancePercent: 12.5 }, faults: [] },
  { rule: 'R21', given: { tolerance: 5 }, faults: ['thresholds.tolerance must be one of: tolerancePercent'] },
  { rule: 'R21', given: { tolerancePercent: -1 }, faults: ['thresholds.tolerancePercent must be a number, 0 or more'] },
  {
    rule: 'R21',
    given: { tolerancePercent: Infinity },
    faults: ['thresholds.tolerancePercent must be a number, 0 or more'],
  },
  { rule: 'B10', given: { withinMinutes: 5 }, faults: [] },
  { rule: 'B10', given: { withinMinutes: 6 }, faults: ['thresholds.withinMinutes must be a number from 0 to 5'] },
  {
    rule: 'B02',
    given: { withinHours: 169, devices: 900 },
    faults: ['thresholds.withinHours must be a number from 0 to 168'],
  },
  { rule: 'I03', given: { batches: 21 }, faults: ['thresholds.batches must be a number from 0 to 20'] },
  { rule: 'C01', given: { any: 1 }, faults: ['thresholds.any must be one of: none'] },
])('$rule with $given', ({ rule, given, faults }) => expect(faultsOf(rule, given)).toEqual(faults));

test('no rule by itself asks for more than is looked up', () => {
  for (const rule of ALL_RULES) {
    refuseThresholds(rule.thresholds, rule);
    expect(Object.keys(rule.thresholds)).toEqual(
      expect.arrayContaining(Object.keys(rule.most satisfies Partial<Thresholds>)),
    );
  }
});
