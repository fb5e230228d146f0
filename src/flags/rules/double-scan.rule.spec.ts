import { doubleScan } from './double-scan.rule.ts';
import { hours, NOON, scanOf } from './evidence.builder.ts';
import { levelsFound } from './levels-found.ts';

test.each([
  { name: 'the only scan', evidence: scanOf(), levels: [] },
  { name: 'again within the minute', evidence: scanOf({ twin: { at: hours(-1 / 60) } }), levels: [1] },
  { name: 'again at the same instant', evidence: scanOf({ twin: { at: NOON } }), levels: [1] },
  { name: 'the later one arrived first', evidence: scanOf({ twin: { at: hours(1 / 60) } }), levels: [1] },
  { name: 'after exactly five minutes', evidence: scanOf({ twin: { at: hours(-5 / 60) } }), levels: [1] },
  { name: 'after six minutes', evidence: scanOf({ twin: { at: hours(-6 / 60) } }), levels: [] },
])('$name', ({ evidence, levels }) => expect(levelsFound(doubleScan, evidence)).toEqual(levels));
