import { complaintLate } from './complaint-late.rule.ts';
import { hours, NOON } from './evidence.builder.ts';
import { levelsFound } from './levels-found.ts';

const due = (hoursAgo: number) => ({ now: NOON, number: 'C-2026-000042', dueAt: hours(-hoursAgo) });

test.each([
  { name: 'tomorrow', evidence: due(-24), levels: [] },
  { name: 'this very moment', evidence: due(0), levels: [] },
  { name: 'an hour ago', evidence: due(1), levels: [3] },
  { name: 'two days ago', evidence: due(48), levels: [3] },
  { name: 'three days ago', evidence: due(72), levels: [4] },
])('$name', ({ evidence, levels }) => expect(levelsFound(complaintLate, evidence)).toEqual(levels));
