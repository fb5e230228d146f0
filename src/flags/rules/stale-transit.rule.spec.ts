import { hours, NOON } from './evidence.builder.ts';
import { levelsFound } from './levels-found.ts';
import { staleTransit } from './stale-transit.rule.ts';

const shipped = (daysAgo: number) => ({ now: NOON, shippedAt: hours(-24 * daysAgo), reference: 'DO-1', units: 4 });

test.each([
  { name: 'yesterday', evidence: shipped(1), levels: [] },
  { name: 'two weeks ago', evidence: shipped(14), levels: [1] },
  { name: 'four weeks ago', evidence: shipped(28), levels: [1] },
  { name: 'a month ago', evidence: shipped(30), levels: [3] },
])('$name', ({ evidence, levels }) => expect(levelsFound(staleTransit, evidence)).toEqual(levels));
