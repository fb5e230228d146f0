import { hours, inCar, PASSER_BY, scanOf } from './evidence.builder.ts';
import { levelsFound } from './levels-found.ts';
import { velocity } from './velocity.rule.ts';

const others = (count: number, when = -1) => Array.from({ length: count }, (_, i) => hours(when - i / 100));

test.each([
  { name: 'the first device', evidence: scanOf(), levels: [] },
  { name: 'warehouse, clerk and technician', evidence: scanOf({ otherDevices: others(3) }), levels: [] },
  { name: 'an eighth device today', evidence: scanOf({ otherDevices: others(7) }), levels: [3] },
  {
    name: 'an eighth device this week',
    evidence: scanOf({ otherDevices: [...others(3), ...others(4, -40)] }),
    levels: [],
  },
  { name: 'in a car', evidence: scanOf({ unit: inCar(), otherDevices: others(9) }), levels: [] },
  {
    name: 'a passer-by is told nothing of it',
    evidence: scanOf({ witness: PASSER_BY, otherDevices: others(9) }),
    levels: [],
  },
  { name: 'a few curious phones', evidence: { sources: 6, isNew: true }, levels: [] },
  { name: 'a crowd', evidence: { sources: 30, isNew: true }, levels: [3] },
  { name: 'a crowd about a part that is in a car', evidence: { sources: 300, isNew: false }, levels: [] },
])('$name', ({ evidence, levels }) => expect(levelsFound(velocity, evidence)).toEqual(levels));
