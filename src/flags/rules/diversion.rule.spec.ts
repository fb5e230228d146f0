import { diversion } from './diversion.rule.ts';
import {
  AT_WAREHOUSE,
  AT_WORKSHOP,
  ELSEWHERE,
  inCar,
  inWarehouse,
  onTheWayTo,
  OTHER_WORKSHOP,
  PASSER_BY,
  scanForOrder,
  scanOf,
  signedLabel,
  unitOf,
  WAREHOUSE,
  WORKSHOP,
  hours,
} from './evidence.builder.ts';
import { levelsFound } from './levels-found.ts';

const returning = unitOf({
  state: 'in_transit',
  transit: { fromId: WORKSHOP, toId: WAREHOUSE, since: hours(-3) },
  consignedTo: [WORKSHOP, WAREHOUSE],
});

test.each([
  {
    name: 'on its way to one workshop, received by another',
    evidence: scanOf({ purpose: 'receive', unit: onTheWayTo(OTHER_WORKSHOP) }),
    levels: [4],
  },
  {
    name: 'on its way to one workshop, fitted by another',
    evidence: scanForOrder({ unit: onTheWayTo(OTHER_WORKSHOP) }),
    levels: [4],
  },
  { name: 'received by one workshop, fitted by another', evidence: scanForOrder({ witness: ELSEWHERE }), levels: [4] },
  {
    name: 'issued to an order of one, fitted by another',
    evidence: scanForOrder({ witness: ELSEWHERE, unit: unitOf({ state: 'allocated' }) }),
    levels: [4],
  },
  {
    name: 'sent back to the warehouse and fitted all the same',
    evidence: scanForOrder({ unit: returning }),
    levels: [4],
  },
  {
    name: 'received where it was sent',
    evidence: scanOf({ purpose: 'receive', unit: onTheWayTo(WORKSHOP) }),
    levels: [],
  },
  { name: 'received there twice', evidence: scanOf({ purpose: 'receive' }), levels: [] },
  { name: 'fitted where it was received', evidence: scanForOrder(), levels: [] },
  {
    name: 'received by the warehouse it goes back to',
    evidence: scanOf({ purpose: 'receive', witness: AT_WAREHOUSE, unit: returning }),
    levels: [],
  },
  {
    name: 'taken back by the sender',
    evidence: scanOf({ purpose: 'receive', witness: AT_WAREHOUSE, unit: onTheWayTo(WORKSHOP) }),
    levels: [],
  },
  {
    name: 'never sent to anybody is another finding',
    evidence: scanForOrder({ witness: AT_WORKSHOP, unit: inWarehouse() }),
    levels: [],
  },
  { name: 'only looked at', evidence: scanOf({ witness: ELSEWHERE }), levels: [] },
  { name: 'read by a passer-by', evidence: scanOf({ witness: PASSER_BY, unit: onTheWayTo(WORKSHOP) }), levels: [] },
  {
    name: 'a fitted unit is another finding',
    evidence: scanForOrder({ witness: ELSEWHERE, unit: inCar() }),
    levels: [],
  },
  {
    name: 'a forgery diverts nothing',
    evidence: scanForOrder({ witness: ELSEWHERE, reading: signedLabel('false') }),
    levels: [],
  },
  {
    name: 'a slow clock: read before it was shipped here',
    evidence: scanOf({ purpose: 'receive', unit: inWarehouse({ consignedTo: [WORKSHOP] }) }),
    levels: [],
  },
  {
    name: 'lost on its way elsewhere and found here again',
    evidence: scanForOrder({ unit: unitOf({ consignedTo: [OTHER_WORKSHOP] }) }),
    levels: [],
  },
])('$name', ({ evidence, levels }) => expect(levelsFound(diversion, evidence)).toEqual(levels));
