import type { RepairOrderId } from '../../kernel/identifiers.ts';
import { NOON } from './evidence.builder.ts';
import { levelsFound } from './levels-found.ts';
import { tooFast } from './too-fast.rule.ts';

const minutes = (count: number) => new Date(NOON.getTime() + count * 60_000);
/** `[order, fitted, issued]`, in minutes after noon. */
const day = (partClass: string, ...fittings: [order: string, fitted: number, issued: number | null][]) => ({
  fittings: fittings.map(([order, fitted, issued]) => ({
    at: minutes(fitted),
    orderId: order as RepairOrderId,
    partClass,
    issuedAt: issued === null ? null : minutes(issued),
  })),
});

test.each([
  { name: 'an honest day', evidence: day('safety', ['a', 40, 0], ['b', 90, 45], ['c', 150, 100]), levels: [] },
  {
    name: 'issued and fitted at once, thrice',
    evidence: day('safety', ['a', 41, 40], ['b', 90, 89], ['c', 150, 149]),
    levels: [3],
  },
  { name: 'twice is nothing yet', evidence: day('safety', ['a', 41, 40], ['b', 90, 89], ['c', 150, 100]), levels: [] },
  { name: 'filters are quick', evidence: day('wear', ['a', 41, 40], ['b', 90, 89], ['c', 150, 149]), levels: [] },
  {
    name: 'nobody recorded the issue',
    evidence: day('main', ['a', 41, null], ['b', 90, null], ['c', 150, null]),
    levels: [],
  },
  {
    name: 'four cars at the same minute',
    evidence: day('main', ['a', 1, null], ['b', 1, null], ['c', 2, null], ['d', 3, null]),
    levels: [3],
  },
  {
    name: 'four brakes of one car',
    evidence: day('safety', ['a', 1, null], ['a', 1, null], ['a', 2, null], ['a', 3, null]),
    levels: [],
  },
])('$name', ({ evidence, levels }) => expect(levelsFound(tooFast, evidence)).toEqual(levels));
