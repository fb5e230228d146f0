import { aggregationBreak } from './aggregation-break.rule.ts';
import {
  AT_MAKER,
  AT_WAREHOUSE,
  ELSEWHERE,
  inCar,
  inWarehouse,
  onTheWayTo,
  PASSER_BY,
  scanOf,
  WAREHOUSE,
  WORKSHOP,
} from './evidence.builder.ts';
import { levelsFound } from './levels-found.ts';

const carton = { sscc: '095212340000000017', ownerId: WAREHOUSE };

test.each([
  { name: 'in no carton', evidence: scanOf({ unit: inWarehouse() }), levels: [] },
  {
    name: 'where it was packed',
    evidence: scanOf({ witness: AT_WAREHOUSE, unit: inWarehouse({ carton }) }),
    levels: [],
  },
  { name: 'where it arrives', evidence: scanOf({ unit: onTheWayTo(WORKSHOP, { carton }) }), levels: [] },
  {
    name: 'where it does not arrive',
    evidence: scanOf({ witness: ELSEWHERE, unit: onTheWayTo(WORKSHOP, { carton }) }),
    levels: [3],
  },
  {
    name: 'at a workshop, and the carton never left',
    evidence: scanOf({ unit: inWarehouse({ carton }) }),
    levels: [3],
  },
  { name: 'by the maker', evidence: scanOf({ witness: AT_MAKER, unit: inWarehouse({ carton }) }), levels: [] },
  { name: 'by a passer-by', evidence: scanOf({ witness: PASSER_BY, unit: inWarehouse({ carton }) }), levels: [] },
  {
    name: 'a part out of a car is another finding',
    evidence: scanOf({ witness: ELSEWHERE, unit: inCar({ carton }) }),
    levels: [],
  },
])('$name', ({ evidence, levels }) => expect(levelsFound(aggregationBreak, evidence)).toEqual(levels));
