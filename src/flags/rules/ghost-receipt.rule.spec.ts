import {
  AT_WAREHOUSE,
  ELSEWHERE,
  inCar,
  inWarehouse,
  onTheWayTo,
  OTHER_WORKSHOP,
  PASSER_BY,
  scanOf,
  signedLabel,
  unitOf,
  WORKSHOP,
} from './evidence.builder.ts';
import { ghostReceipt } from './ghost-receipt.rule.ts';
import { levelsFound } from './levels-found.ts';

const receive = (different: Parameters<typeof scanOf>[0]) => scanOf({ purpose: 'receive', ...different });

test.each([
  { name: 'warehouse stock that nobody shipped', evidence: receive({ unit: inWarehouse() }), levels: [4] },
  { name: 'on its way to somebody else', evidence: receive({ unit: onTheWayTo(OTHER_WORKSHOP) }), levels: [4] },
  { name: 'in stock of another workshop', evidence: receive({ witness: ELSEWHERE }), levels: [4] },
  { name: 'back in the warehouse without a shipment', evidence: receive({ witness: AT_WAREHOUSE }), levels: [4] },
  {
    name: 'in a box that the warehouse sent, and still in stock there',
    evidence: receive({ unit: inWarehouse(), deliveredById: inWarehouse().custodianId }),
    levels: [],
  },
  {
    name: 'in stock at the warehouse, in a box that came from somewhere else',
    evidence: receive({ unit: inWarehouse(), deliveredById: OTHER_WORKSHOP }),
    levels: [4],
  },
  { name: 'on its way here', evidence: receive({ unit: onTheWayTo(WORKSHOP) }), levels: [] },
  {
    name: 'the shipment is closed by now, the scan came late',
    evidence: receive({ unit: onTheWayTo(WORKSHOP, { transit: null }) }),
    levels: [],
  },
  { name: 'received here already and read again', evidence: receive({}), levels: [] },
  {
    name: 'received here, sent on, read again here',
    evidence: receive({ unit: unitOf({ custodianId: OTHER_WORKSHOP }) }),
    levels: [],
  },
  {
    name: 'the sender takes back what was not delivered',
    evidence: receive({ witness: AT_WAREHOUSE, unit: onTheWayTo(WORKSHOP) }),
    levels: [],
  },
  {
    name: 'the warehouse counts its own stock in',
    evidence: receive({ witness: AT_WAREHOUSE, unit: inWarehouse() }),
    levels: [],
  },
  { name: 'only looked at', evidence: scanOf({ unit: inWarehouse() }), levels: [] },
  { name: 'read by a passer-by', evidence: scanOf({ unit: inWarehouse(), witness: PASSER_BY }), levels: [] },
  { name: 'a fitted unit is another finding', evidence: receive({ unit: inCar(), witness: ELSEWHERE }), levels: [] },
  {
    name: 'a label that nobody has put on a part is another',
    evidence: receive({ unit: inWarehouse({ state: 'issued' }) }),
    levels: [],
  },
  {
    name: 'a forgery is no receipt of the unit',
    evidence: receive({ unit: inWarehouse(), reading: signedLabel('false') }),
    levels: [],
  },
  {
    name: 'a slow clock: read before it was shipped here',
    evidence: receive({ unit: onTheWayTo(WORKSHOP, { state: 'in_stock' }) }),
    levels: [],
  },
])('$name', ({ evidence, levels }) => expect(levelsFound(ghostReceipt, evidence)).toEqual(levels));
