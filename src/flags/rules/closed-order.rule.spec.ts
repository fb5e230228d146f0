import { closedOrder } from './closed-order.rule.ts';
import {
  fittingOf,
  inCar,
  orderOf,
  OTHER_ORDER,
  fittedHere,
  scanForOrder,
  scanOf,
  unitOf,
} from './evidence.builder.ts';
import { levelsFound } from './levels-found.ts';

const invoiced = orderOf({ status: 'invoiced' });
const otherCarsPart = inCar({ fitting: fittedHere({ orderId: OTHER_ORDER }) });

test.each([
  { name: 'a part is fitted on an invoiced order', evidence: scanForOrder({ order: invoiced }), levels: [4] },
  { name: 'on a delivered one', evidence: scanForOrder({ order: orderOf({ status: 'delivered' }) }), levels: [4] },
  { name: 'on a closed one', evidence: scanForOrder({ order: orderOf({ status: 'closed' }) }), levels: [4] },
  { name: 'on a cancelled one', evidence: scanForOrder({ order: orderOf({ status: 'cancelled' }) }), levels: [4] },
  {
    name: 'a new part is looked at for it',
    evidence: scanForOrder({ order: invoiced, purpose: 'check' }),
    levels: [4],
  },
  {
    name: 'a part out of another order is fitted on it',
    evidence: scanForOrder({ order: invoiced, unit: otherCarsPart }),
    levels: [4],
  },
  { name: 'an unknown code is fitted on it', evidence: scanForOrder({ order: invoiced, unit: null }), levels: [4] },
  {
    name: 'the workshop shows what it fitted',
    evidence: scanForOrder({ order: invoiced, unit: inCar(), purpose: 'check' }),
    levels: [],
  },
  {
    name: 'an audit of a finished job',
    evidence: scanForOrder({ order: invoiced, unit: inCar(), purpose: 'audit' }),
    levels: [],
  },
  {
    name: 'the same tap arrives after the invoice',
    evidence: scanForOrder({ order: invoiced, unit: inCar() }),
    levels: [],
  },
  {
    name: 'the old part is looked at',
    evidence: scanForOrder({ order: invoiced, unit: unitOf({ state: 'removed' }), purpose: 'check' }),
    levels: [],
  },
  { name: 'an open order', evidence: scanForOrder(), levels: [] },
  { name: 'a car that is ready', evidence: scanForOrder({ order: orderOf({ status: 'ready' }) }), levels: [] },
  { name: 'no order', evidence: scanOf(), levels: [] },
])('scan: $name', ({ evidence, levels }) => expect(levelsFound(closedOrder, evidence)).toEqual(levels));

test.each([
  { name: 'without a code', evidence: fittingOf({ scan: null, order: invoiced }), levels: [4] },
  { name: 'with a code, its scan has said it', evidence: fittingOf({ order: invoiced }), levels: [] },
  { name: 'on an open order', evidence: fittingOf({ scan: null }), levels: [] },
])('fitting: $name', ({ evidence, levels }) => expect(levelsFound(closedOrder, evidence)).toEqual(levels));
