import {
  AT_MAKER,
  AT_WAREHOUSE,
  ELSEWHERE,
  fittedHere,
  inCar,
  lineOf,
  orderOf,
  OTHER_ORDER,
  OTHER_VIN,
  OTHER_WORKSHOP,
  PASSER_BY,
  scanForOrder,
  scanOf,
  seen,
  signedLabel,
  unitOf,
  VIN,
  WAREHOUSE,
} from './evidence.builder.ts';
import { fittedReappears } from './fitted-reappears.rule.ts';
import { levelsFound } from './levels-found.ts';

const otherCar = orderOf({ id: OTHER_ORDER, vin: OTHER_VIN });
const sameCarLater = orderOf({ id: OTHER_ORDER, workshopId: OTHER_WORKSHOP });
const removed = unitOf({ state: 'removed', fitting: fittedHere() });
const withOwner = { ...removed, state: 'with_owner' } as const;
const waived = { ...removed, state: 'waived' } as const;
const core = { ...removed, state: 'core_return' } as const;
const receivedOld = { ...removed, state: 'received_old', custodianId: WAREHOUSE } as const;
const destroyed = { ...removed, state: 'destroyed' } as const;

describe('offered as new', () => {
  test.each([
    { name: 'fitted into another car', evidence: scanForOrder({ unit: inCar(), order: otherCar }), levels: [5] },
    {
      name: 'fitted into another car elsewhere',
      evidence: scanForOrder({ unit: inCar(), order: otherCar, witness: ELSEWHERE }),
      levels: [5],
    },
    {
      name: 'received as stock',
      evidence: scanOf({ unit: inCar(), purpose: 'receive', witness: ELSEWHERE }),
      levels: [5],
    },
    {
      name: 'returned as new by whoever fitted it',
      evidence: scanOf({ unit: inCar(), purpose: 'return' }),
      levels: [5],
    },
    { name: 'an old part fitted', evidence: scanForOrder({ unit: removed, order: otherCar }), levels: [5] },
    {
      name: 'a part on its way back as a core, fitted',
      evidence: scanForOrder({ unit: core, order: otherCar }),
      levels: [5],
    },
    {
      name: 'a part that its owner took along, received',
      evidence: scanOf({ unit: withOwner, purpose: 'receive' }),
      levels: [5],
    },
    {
      name: 'a part that its owner left, returned as new',
      evidence: scanOf({ unit: waived, purpose: 'return' }),
      levels: [5],
    },
    { name: 'a destroyed part fitted', evidence: scanForOrder({ unit: destroyed, order: otherCar }), levels: [5] },
    {
      name: 'taken off and meant to go back into the same car',
      evidence: scanForOrder({ unit: removed, order: sameCarLater }),
      levels: [4],
    },
    {
      name: 'on another line of its own order',
      evidence: scanForOrder({ unit: inCar(), order: orderOf(), line: lineOf({ line: 2 }) }),
      levels: [4],
    },
    { name: 'the same tap sent twice', evidence: scanForOrder({ unit: inCar() }), levels: [] },
    {
      name: 'an old part sent back by whoever removed it',
      evidence: scanOf({ unit: removed, purpose: 'return' }),
      levels: [],
    },
    {
      name: 'a core received by the warehouse',
      evidence: scanOf({ unit: core, purpose: 'receive', witness: AT_WAREHOUSE }),
      levels: [],
    },
    {
      name: 'and read there once more',
      evidence: scanOf({ unit: receivedOld, purpose: 'receive', witness: AT_WAREHOUSE }),
      levels: [],
    },
    {
      name: 'a fitted part received by the warehouse',
      evidence: scanOf({ unit: inCar(), purpose: 'receive', witness: AT_WAREHOUSE }),
      levels: [5],
    },
    {
      name: 'a core received by a workshop',
      evidence: scanOf({ unit: core, purpose: 'receive', witness: ELSEWHERE }),
      levels: [5],
    },
    { name: 'a new unit fitted', evidence: scanForOrder(), levels: [] },
    {
      name: 'a forgery under its serial',
      evidence: scanForOrder({ unit: inCar(), order: otherCar, reading: signedLabel('false') }),
      levels: [],
    },
  ])('$name', ({ evidence, levels }) => expect(levelsFound(fittedReappears, evidence)).toEqual(levels));
});

describe('looked at', () => {
  test.each([
    { name: 'elsewhere, for no car', evidence: scanOf({ unit: inCar(), witness: ELSEWHERE }), levels: [5] },
    {
      name: 'elsewhere, for another car',
      evidence: scanOf({ unit: inCar(), witness: ELSEWHERE, order: otherCar }),
      levels: [5],
    },
    {
      name: 'in a warehouse',
      evidence: scanOf({ unit: inCar(), witness: AT_WAREHOUSE, purpose: 'audit' }),
      levels: [5],
    },
    { name: 'a removed part elsewhere', evidence: scanOf({ unit: removed, witness: ELSEWHERE }), levels: [5] },
    { name: 'a destroyed part, even where it was destroyed', evidence: scanOf({ unit: destroyed }), levels: [5] },
    {
      name: 'an old part that its owner carries elsewhere',
      evidence: scanOf({ unit: withOwner, witness: ELSEWHERE }),
      levels: [3],
    },
    {
      name: 'a destroyed part on a later order for its car',
      evidence: scanOf({ unit: destroyed, witness: ELSEWHERE, order: sameCarLater }),
      levels: [5],
    },
    {
      name: 'a removed part by the workshop that once fitted it',
      evidence: scanOf({ unit: { ...removed, custodianId: OTHER_WORKSHOP } }),
      levels: [5],
    },
    {
      name: 'by whoever fitted it, whoever is its custodian now',
      evidence: scanOf({ unit: inCar({ custodianId: OTHER_WORKSHOP }) }),
      levels: [],
    },
    {
      name: 'by its custodian, whoever fitted it',
      evidence: scanOf({ unit: inCar({ fitting: fittedHere({ workshopId: OTHER_WORKSHOP }) }) }),
      levels: [],
    },
    { name: 'by whoever fitted it', evidence: scanOf({ unit: inCar() }), levels: [] },
    {
      name: 'elsewhere, on an order for the same car',
      evidence: scanOf({ unit: inCar(), witness: ELSEWHERE, order: sameCarLater }),
      levels: [],
    },
    {
      name: 'elsewhere, with the VIN of its car',
      evidence: scanOf({ unit: inCar(), witness: ELSEWHERE, observed: seen({ vin: VIN }) }),
      levels: [],
    },
    {
      name: 'after its removal, on the order that removed it',
      evidence: scanOf({ unit: removed, witness: ELSEWHERE, order: sameCarLater }),
      levels: [],
    },
    { name: 'an old part by whoever has it', evidence: scanOf({ unit: removed }), levels: [] },
    { name: 'a core anywhere on its way', evidence: scanOf({ unit: core, witness: ELSEWHERE }), levels: [] },
    {
      name: 'a received core in the warehouse',
      evidence: scanOf({ unit: receivedOld, witness: AT_WAREHOUSE }),
      levels: [],
    },
  ])('$name', ({ evidence, levels }) => expect(levelsFound(fittedReappears, evidence)).toEqual(levels));
});

describe('read where nobody can know the place', () => {
  test.each([
    {
      name: 'an owner reads the label in the car',
      evidence: scanOf({ unit: inCar(), witness: PASSER_BY }),
      levels: [],
    },
    {
      name: 'the maker inspects a car',
      evidence: scanOf({ unit: inCar(), witness: AT_MAKER, purpose: 'audit' }),
      levels: [],
    },
    { name: 'somebody reads a removed part', evidence: scanOf({ unit: removed, witness: PASSER_BY }), levels: [3] },
    { name: 'somebody reads a destroyed part', evidence: scanOf({ unit: destroyed, witness: PASSER_BY }), levels: [3] },
    {
      name: 'somebody reads a part that its owner has',
      evidence: scanOf({ unit: withOwner, witness: PASSER_BY }),
      levels: [3],
    },
    { name: 'somebody reads a part in stock', evidence: scanOf({ witness: PASSER_BY }), levels: [] },
  ])('$name', ({ evidence, levels }) => expect(levelsFound(fittedReappears, evidence)).toEqual(levels));
});
