import { approvalOf, inCar, lineOf, OLD_PADS, PADS, scanForOrder } from './evidence.builder.ts';
import { factsFound, levelsFound } from './levels-found.ts';
import { supersededOk } from './superseded-ok.rule.ts';

const forward = (old: number, now: number) =>
  ({ kind: 'forward', path: [OLD_PADS, PADS], ratio: { old, new: now } }) as const;
const forOld = (quantity: number) => lineOf({ quantity, approval: approvalOf({ partNumber: OLD_PADS, quantity }) });

test.each([
  {
    name: 'the successor, one for one',
    evidence: scanForOrder({ line: forOld(1), supersession: forward(1, 1) }),
    levels: [1],
  },
  {
    name: 'two new for one old',
    evidence: scanForOrder({ line: forOld(1), supersession: forward(1, 2) }),
    levels: [1],
  },
  {
    name: 'two old in one kit, and two approved',
    evidence: scanForOrder({ line: forOld(2), supersession: forward(2, 1) }),
    levels: [1],
  },
  {
    name: 'the successor of what was asked for, nothing approved yet',
    evidence: scanForOrder({ line: lineOf({ partNumber: OLD_PADS, approval: null }), supersession: forward(1, 1) }),
    levels: [1],
  },
  {
    name: 'two old in one kit, and one approved',
    evidence: scanForOrder({ line: forOld(1), supersession: forward(2, 1) }),
    levels: [],
  },
  { name: 'nothing links the two', evidence: scanForOrder({ line: forOld(1) }), levels: [] },
  { name: 'the approved part itself', evidence: scanForOrder(), levels: [] },
  {
    name: 'a unit that is in the car already',
    evidence: scanForOrder({ unit: inCar(), line: forOld(1), supersession: forward(1, 1) }),
    levels: [],
  },
])('$name', ({ evidence, levels }) => expect(levelsFound(supersededOk, evidence)).toEqual(levels));

it('shows the path', () =>
  expect(factsFound(supersededOk, scanForOrder({ line: forOld(1), supersession: forward(1, 2) }))).toEqual([
    { approved: OLD_PADS, scanned: PADS, path: [OLD_PADS, PADS], oldPieces: 1, newPieces: 2 },
  ]));
