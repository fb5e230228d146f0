import { inCar, PASSER_BY, scanForOrder, scanOf, signedLabel, TYPED, unitOf } from './evidence.builder.ts';
import { levelsFound } from './levels-found.ts';
import { stolenOrLostSeen } from './stolen-or-lost-seen.rule.ts';

const missing = unitOf({ state: 'missing' });

test.each([
  { name: 'a lost unit is read', evidence: scanOf({ unit: missing }), levels: [5] },
  { name: 'a lost unit is about to be fitted', evidence: scanForOrder({ unit: missing }), levels: [5] },
  { name: 'its serial is typed', evidence: scanOf({ unit: missing, reading: TYPED }), levels: [5] },
  { name: 'a stolen unit in stock', evidence: scanOf({ unit: unitOf({ holdsThen: ['stolen'] }) }), levels: [5] },
  {
    name: 'a stolen unit in a car',
    evidence: scanOf({ unit: inCar({ holdsThen: ['stolen'] }), witness: PASSER_BY }),
    levels: [5],
  },
  { name: 'another hold', evidence: scanOf({ unit: unitOf({ holdsThen: ['quarantine'] }) }), levels: [] },
  { name: 'a unit in stock', evidence: scanOf(), levels: [] },
  {
    name: 'a forgery under the serial of a lost unit',
    evidence: scanOf({ unit: missing, reading: signedLabel('false') }),
    levels: [],
  },
])('$name', ({ evidence, levels }) => expect(levelsFound(stolenOrLostSeen, evidence)).toEqual(levels));
