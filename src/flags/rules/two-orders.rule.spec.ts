import {
  ELSEWHERE,
  inCar,
  lineOf,
  ORDER,
  orderOf,
  OTHER_ORDER,
  OTHER_WORKSHOP,
  scanForOrder,
  scanOf,
  unitOf,
  WORKSHOP,
} from './evidence.builder.ts';
import { levelsFound } from './levels-found.ts';
import { twoOrders } from './two-orders.rule.ts';

const issuedTo = (orderId: typeof ORDER, workshopId = WORKSHOP) =>
  unitOf({ state: 'allocated', allocation: { orderId, line: 1, workshopId } });

test.each([
  {
    name: 'issued elsewhere, fitted here',
    evidence: scanForOrder({ unit: issuedTo(OTHER_ORDER, OTHER_WORKSHOP) }),
    levels: [5],
  },
  {
    name: 'issued here, fitted elsewhere',
    evidence: scanForOrder({
      unit: issuedTo(ORDER),
      witness: ELSEWHERE,
      order: orderOf({ id: OTHER_ORDER, workshopId: OTHER_WORKSHOP }),
    }),
    levels: [5],
  },
  {
    name: 'issued to another order of this workshop',
    evidence: scanForOrder({ unit: issuedTo(OTHER_ORDER) }),
    levels: [3],
  },
  {
    name: 'looked at for another order',
    evidence: scanForOrder({ purpose: 'check', unit: issuedTo(OTHER_ORDER, OTHER_WORKSHOP) }),
    levels: [3],
  },
  { name: 'issued to this order', evidence: scanForOrder({ unit: issuedTo(ORDER) }), levels: [] },
  {
    name: 'issued to another line of this order',
    evidence: scanForOrder({ unit: issuedTo(ORDER), line: lineOf({ line: 2 }) }),
    levels: [],
  },
  { name: 'issued to nobody', evidence: scanForOrder(), levels: [] },
  { name: 'looked at for no order', evidence: scanOf({ unit: issuedTo(OTHER_ORDER) }), levels: [] },
  {
    name: 'given back: no order is named',
    evidence: scanOf({ unit: issuedTo(OTHER_ORDER), purpose: 'return' }),
    levels: [],
  },
  {
    name: 'counted for another order',
    evidence: scanForOrder({ purpose: 'audit', unit: issuedTo(OTHER_ORDER) }),
    levels: [],
  },
  {
    name: 'a fitted unit is another finding',
    evidence: scanForOrder({ unit: inCar(), order: orderOf({ id: OTHER_ORDER }) }),
    levels: [],
  },
])('$name', ({ evidence, levels }) => expect(levelsFound(twoOrders, evidence)).toEqual(levels));
