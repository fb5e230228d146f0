import {
  AT_MAKER,
  AT_WAREHOUSE,
  hours,
  inWarehouse,
  onTheWayTo,
  PASSER_BY,
  scanOf,
  unitOf,
  WORKSHOP,
} from './evidence.builder.ts';
import { levelsFound } from './levels-found.ts';
import { reprintLive } from './reprint-live.rule.ts';

const reprinted = { reprintedAt: hours(-20) };

test.each([
  { name: 'never reprinted', evidence: scanOf({ unit: inWarehouse() }), levels: [] },
  {
    name: 'read where it was reprinted',
    evidence: scanOf({ witness: AT_WAREHOUSE, unit: inWarehouse(reprinted) }),
    levels: [],
  },
  { name: 'read by the maker', evidence: scanOf({ witness: AT_MAKER, unit: inWarehouse(reprinted) }), levels: [] },
  { name: 'read at a workshop', evidence: scanOf({ unit: inWarehouse(reprinted) }), levels: [5] },
  { name: 'sent to that workshop', evidence: scanOf({ unit: onTheWayTo(WORKSHOP, reprinted) }), levels: [] },
  { name: 'received there', evidence: scanOf({ unit: unitOf(reprinted) }), levels: [] },
  { name: 'a passer-by', evidence: scanOf({ witness: PASSER_BY, unit: inWarehouse(reprinted) }), levels: [] },
])('$name', ({ evidence, levels }) => expect(levelsFound(reprintLive, evidence)).toEqual(levels));
