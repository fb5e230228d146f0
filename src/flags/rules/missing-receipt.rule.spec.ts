import {
  ELSEWHERE,
  inWarehouse,
  onTheWayTo,
  OTHER_WORKSHOP,
  PASSER_BY,
  scanForOrder,
  scanOf,
  WORKSHOP,
} from './evidence.builder.ts';
import { levelsFound } from './levels-found.ts';
import { missingReceipt } from './missing-receipt.rule.ts';

test.each([
  {
    name: 'fitted while it is still on its way here',
    evidence: scanForOrder({ unit: onTheWayTo(WORKSHOP) }),
    levels: [3],
  },
  { name: 'fitted although nobody ever sent it', evidence: scanForOrder({ unit: inWarehouse() }), levels: [3] },
  { name: 'fitted after its receipt', evidence: scanForOrder(), levels: [] },
  { name: 'received now', evidence: scanOf({ purpose: 'receive', unit: onTheWayTo(WORKSHOP) }), levels: [] },
  { name: 'looked at on its arrival', evidence: scanOf({ unit: onTheWayTo(WORKSHOP) }), levels: [] },
  {
    name: 'on its way to somebody else is another finding',
    evidence: scanForOrder({ unit: onTheWayTo(OTHER_WORKSHOP) }),
    levels: [],
  },
  { name: 'received by somebody else is another finding', evidence: scanForOrder({ witness: ELSEWHERE }), levels: [] },
  { name: 'read by a passer-by', evidence: scanForOrder({ unit: inWarehouse(), witness: PASSER_BY }), levels: [] },
  {
    name: 'a part out of a car is another finding',
    evidence: scanForOrder({ unit: inWarehouse({ state: 'removed' }) }),
    levels: [],
  },
  { name: 'no unit', evidence: scanForOrder({ unit: null }), levels: [] },
])('$name', ({ evidence, levels }) => expect(levelsFound(missingReceipt, evidence)).toEqual(levels));
