import { clockSkew } from './clock-skew.rule.ts';
import { hours, scanOf } from './evidence.builder.ts';
import { levelsFound } from './levels-found.ts';

test.each([
  { name: 'a clock that agrees', evidence: scanOf(), levels: [] },
  { name: 'ten minutes ahead', evidence: scanOf({ scannedAt: hours(10 / 60) }), levels: [] },
  { name: 'eleven minutes ahead', evidence: scanOf({ scannedAt: hours(11 / 60) }), levels: [2] },
  { name: 'a day ahead', evidence: scanOf({ scannedAt: hours(24) }), levels: [2] },
  { name: 'from the past: it waited for a network', evidence: scanOf({ scannedAt: hours(-30) }), levels: [] },
])('$name', ({ evidence, levels }) => expect(levelsFound(clockSkew, evidence)).toEqual(levels));

it('takes the minutes from the policy', () =>
  expect(levelsFound(clockSkew, scanOf({ scannedAt: hours(0.5) }), { thresholds: { skewMinutes: 60 } })).toEqual([]));
