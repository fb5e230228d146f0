import { approvalOf, inCar, lineOf, OLD_PADS, PADS, scanForOrder, scanOf, unitOf } from './evidence.builder.ts';
import { factsFound, levelsFound } from './levels-found.ts';
import { supersessionBack } from './supersession-back.rule.ts';

const unit = unitOf({ partNumber: OLD_PADS });
const supersession = { kind: 'backward', path: [OLD_PADS, PADS] } as const;

test.each([
  { name: 'the old part where the new is approved', evidence: scanForOrder({ unit, supersession }), levels: [4] },
  {
    name: 'already when it is looked at',
    evidence: scanForOrder({ unit, supersession, purpose: 'check' }),
    levels: [4],
  },
  { name: 'nothing links the two', evidence: scanForOrder({ unit }), levels: [] },
  {
    name: 'the new part where the old is approved',
    evidence: scanForOrder({
      line: lineOf({ approval: approvalOf({ partNumber: OLD_PADS }) }),
      supersession: { kind: 'forward', path: [OLD_PADS, PADS], ratio: { old: 1, new: 1 } },
    }),
    levels: [],
  },
  {
    name: 'the old part where the old is approved',
    evidence: scanForOrder({ unit, line: lineOf({ approval: approvalOf({ partNumber: OLD_PADS }) }) }),
    levels: [],
  },
  { name: 'no order', evidence: scanOf({ unit }), levels: [] },
  {
    name: 'the old part as it comes out of the car',
    evidence: scanForOrder({ unit: inCar({ partNumber: OLD_PADS }), supersession, purpose: 'check' }),
    levels: [],
  },
])('$name', ({ evidence, levels }) => expect(levelsFound(supersessionBack, evidence)).toEqual(levels));

it('shows the path', () =>
  expect(factsFound(supersessionBack, scanForOrder({ unit, supersession }))).toEqual([
    { approved: PADS, scanned: OLD_PADS, path: [OLD_PADS, PADS] },
  ]));
