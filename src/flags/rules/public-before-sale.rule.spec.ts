import {
  AT_WAREHOUSE,
  hours,
  inWarehouse,
  onTheWayTo,
  PASSER_BY,
  scanOf,
  signedLabel,
  WORKSHOP,
} from './evidence.builder.ts';
import { levelsFound } from './levels-found.ts';
import { publicBeforeSale } from './public-before-sale.rule.ts';

const passing = (unit: Parameters<typeof scanOf>[0]) => scanOf({ witness: PASSER_BY, ...unit });

test.each([
  { name: 'on a shop’s shelf', evidence: passing({}), levels: [] },
  { name: 'in the warehouse', evidence: passing({ unit: inWarehouse() }), levels: [3] },
  {
    name: 'just printed: somebody tries the label',
    evidence: passing({ unit: inWarehouse({ issuedAt: hours(-2) }) }),
    levels: [],
  },
  { name: 'on the road', evidence: passing({ unit: onTheWayTo(WORKSHOP) }), levels: [] },
  { name: 'by the warehouse itself', evidence: scanOf({ witness: AT_WAREHOUSE, unit: inWarehouse() }), levels: [] },
  { name: 'a forged code', evidence: passing({ unit: inWarehouse(), reading: signedLabel('false') }), levels: [] },
])('$name', ({ evidence, levels }) => expect(levelsFound(publicBeforeSale, evidence)).toEqual(levels));
