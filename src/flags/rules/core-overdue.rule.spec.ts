import { coreOverdue } from './core-overdue.rule.ts';
import { hours, NOON } from './evidence.builder.ts';
import { levelsFound } from './levels-found.ts';

const removed = (daysAgo: number) => ({
  now: NOON,
  removedAt: hours(-24 * daysAgo),
  serial: '7Q3K9D0A2FXM',
  partNumber: 'CH-28800-31250',
});

test.each([
  { name: 'last week', evidence: removed(7), levels: [] },
  { name: 'a month ago', evidence: removed(30), levels: [2] },
  { name: 'two months ago', evidence: removed(60), levels: [3] },
])('$name', ({ evidence, levels }) => expect(levelsFound(coreOverdue, evidence)).toEqual(levels));
