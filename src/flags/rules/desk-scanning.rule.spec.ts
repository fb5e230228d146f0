import type { RepairOrderId } from '../../kernel/identifiers.ts';
import { deskScanning } from './desk-scanning.rule.ts';
import { NOON } from './evidence.builder.ts';
import { levelsFound } from './levels-found.ts';

/** `[order, seconds after noon]` */
const day = (...fittings: [order: string, seconds: number][]) => ({
  fittings: fittings.map(([order, seconds]) => ({
    at: new Date(NOON.getTime() + seconds * 1000),
    orderId: order as RepairOrderId,
    partClass: 'safety',
    issuedAt: null,
  })),
});

test.each([
  { name: 'nothing', evidence: day(), levels: [] },
  { name: 'four parts into one car', evidence: day(['a', 0], ['a', 5], ['a', 9], ['a', 12]), levels: [] },
  { name: 'two cars typed up together', evidence: day(['a', 0], ['b', 5]), levels: [] },
  { name: 'four cars in half a minute', evidence: day(['a', 0], ['b', 9], ['c', 20], ['d', 30]), levels: [3] },
  { name: 'four cars in four minutes', evidence: day(['a', 0], ['b', 61], ['c', 122], ['d', 183]), levels: [] },
  {
    name: 'between two quiet hours',
    evidence: day(['x', -7200], ['a', 0], ['b', 9], ['c', 20], ['d', 30], ['y', 7200]),
    levels: [3],
  },
])('$name', ({ evidence, levels }) => expect(levelsFound(deskScanning, evidence)).toEqual(levels));
