import {
  inCar,
  onTheWayTo,
  PASSER_BY,
  scanForOrder,
  scanOf,
  signedLabel,
  unitOf,
  WORKSHOP,
} from './evidence.builder.ts';
import { factsFound, levelsFound } from './levels-found.ts';
import { recall } from './recall.rule.ts';

const named = { recall: { number: 'RC-2026-07' } };

test.each([
  { name: 'in stock', evidence: scanOf({ unit: unitOf(named) }), levels: [5] },
  { name: 'on its way', evidence: scanOf({ unit: onTheWayTo(WORKSHOP, named) }), levels: [5] },
  {
    name: 'issued to an order',
    evidence: scanForOrder({ unit: unitOf({ ...named, state: 'allocated' }) }),
    levels: [5],
  },
  { name: 'in a car', evidence: scanOf({ unit: inCar(named) }), levels: [4] },
  { name: 'read by the owner of that car', evidence: scanOf({ unit: inCar(named), witness: PASSER_BY }), levels: [4] },
  { name: 'out of its car again', evidence: scanOf({ unit: unitOf({ ...named, state: 'removed' }) }), levels: [] },
  { name: 'destroyed', evidence: scanOf({ unit: unitOf({ ...named, state: 'destroyed' }) }), levels: [] },
  { name: 'under no recall', evidence: scanOf(), levels: [] },
  {
    name: 'a forgery under a recalled serial',
    evidence: scanOf({ unit: unitOf(named), reading: signedLabel('false') }),
    levels: [],
  },
])('$name', ({ evidence, levels }) => expect(levelsFound(recall, evidence)).toEqual(levels));

it('tells a part on the shelf from one in a car', () => {
  expect(factsFound(recall, scanOf({ unit: unitOf(named) }))).toEqual([{ campaign: 'RC-2026-07', isFitted: false }]);
  expect(factsFound(recall, scanOf({ unit: inCar(named) }))).toEqual([{ campaign: 'RC-2026-07', isFitted: true }]);
});
