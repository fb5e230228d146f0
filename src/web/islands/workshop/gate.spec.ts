import type { Finding } from './contract.ts';
import { verdictOf } from './deed.builder.ts';
import { gateAfter } from './gate.ts';

const found = (...levels: Finding['level'][]): Finding[] =>
  levels.map((level) => ({ rule: `X${level}`, name: 'X', level, message: { zh: '', en: '' } }));

test.each([
  { outcome: 'consistent', levels: [1], gate: 'open' },
  { outcome: 'caution', levels: [3, 1], gate: 'reason' },
  { outcome: 'caution', levels: [4, 3], gate: 'supervisor' },
  { outcome: 'caution', levels: [], gate: 'shut' },
  { outcome: 'suspect', levels: [5], gate: 'shut' },
  { outcome: 'unknown', levels: [3], gate: 'shut' },
  { outcome: 'unreadable', levels: [2], gate: 'shut' },
] as const)('$outcome with $levels: $gate', ({ outcome, levels, gate }) =>
  expect(gateAfter(verdictOf({ outcome, findings: found(...levels) }))).toBe(gate),
);
