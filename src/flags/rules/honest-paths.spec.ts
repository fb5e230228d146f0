import type { ScanEvidence } from '../evidence.ts';
import { findings } from '../rule.ts';
import { RULES } from '../rules.ts';
import {
  approvalOf,
  AT_MAKER,
  AT_WAREHOUSE,
  ELSEWHERE,
  fittedHere,
  fittingOf,
  hours,
  inCar,
  inWarehouse,
  lineOf,
  OLD_PADS,
  onTheWayTo,
  ORDER,
  orderOf,
  OTHER_ORDER,
  OTHER_WORKSHOP,
  PADS,
  PASSER_BY,
  receiptOf,
  scanForOrder,
  scanOf,
  seen,
  signedLabel,
  TYPED,
  unitOf,
  VIN,
  WAREHOUSE,
  WORKSHOP,
} from './evidence.builder.ts';
import { invoiceOf } from './invoice.builder.ts';

// A false alarm costs more trust than a missed one: whoever does honest work must never be stopped or accused by any rule.
const found = (evidence: ScanEvidence) => findings(RULES.scan, evidence).map(({ rule, level }) => `${rule} L${level}`);

const laterOrder = orderOf({ id: OTHER_ORDER, workshopId: OTHER_WORKSHOP, lines: [] });
const removedThere = unitOf({ state: 'removed', custodianId: OTHER_WORKSHOP, fitting: fittedHere() });
const onWayBack = unitOf({
  state: 'in_transit',
  transit: { fromId: WORKSHOP, toId: WAREHOUSE, since: hours(-3) },
  consignedTo: [WORKSHOP, WAREHOUSE],
});

describe('nobody is stopped who', () => {
  const paths: { name: string; evidence: ScanEvidence }[] = [
    {
      name: 'reads back a label just printed',
      evidence: scanOf({ witness: AT_WAREHOUSE, unit: inWarehouse({ state: 'issued' }) }),
    },
    {
      name: 'counts warehouse stock',
      evidence: scanOf({ witness: AT_WAREHOUSE, unit: inWarehouse(), purpose: 'audit' }),
    },
    {
      name: 'looks in the warehouse at what is on the road',
      evidence: scanOf({ witness: AT_WAREHOUSE, unit: onTheWayTo(WORKSHOP) }),
    },
    { name: 'looks at an arriving part before receiving it', evidence: scanOf({ unit: onTheWayTo(WORKSHOP) }) },
    { name: 'receives what was sent', evidence: scanOf({ unit: onTheWayTo(WORKSHOP), purpose: 'receive' }) },
    { name: 'receives it a second time', evidence: scanOf({ purpose: 'receive' }) },
    {
      name: 'receives late, out of an offline queue',
      evidence: scanOf({
        unit: onTheWayTo(WORKSHOP, { transit: null }),
        purpose: 'receive',
        scannedAt: hours(-20),
        offline: { isIdReused: false, isCounterBack: false, hoursLate: 20 },
      }),
    },
    {
      name: 'takes back what could not be delivered',
      evidence: scanOf({ witness: AT_WAREHOUSE, unit: onTheWayTo(WORKSHOP), purpose: 'receive' }),
    },
    { name: 'counts workshop stock', evidence: scanOf({ purpose: 'audit' }) },
    { name: 'types a serial at the counter', evidence: scanOf({ reading: TYPED }) },
    { name: 'checks the right part for an order', evidence: scanForOrder({ purpose: 'check' }) },
    { name: 'fits the approved part', evidence: scanForOrder() },
    {
      name: 'fits it after looking at box, seal and VIN',
      evidence: scanForOrder({ observed: seen({ partNumber: PADS, seal: 'intact', vin: VIN }) }),
    },
    {
      name: 'fits the part issued to this order',
      evidence: scanForOrder({
        unit: unitOf({ state: 'allocated', allocation: { orderId: ORDER, line: 1, workshopId: WORKSHOP } }),
      }),
    },
    { name: 'taps twice', evidence: scanForOrder({ unit: inCar() }) },
    { name: 'checks the part after fitting it', evidence: scanForOrder({ unit: inCar(), purpose: 'check' }) },
    {
      name: 'shows the owner the part at delivery',
      evidence: scanForOrder({ unit: inCar(), purpose: 'check', order: orderOf({ status: 'delivered' }) }),
    },
    { name: 'sends a new part back', evidence: scanOf({ purpose: 'return' }) },
    {
      name: 'receives in the warehouse what a workshop sends back',
      evidence: scanOf({ witness: AT_WAREHOUSE, unit: onWayBack, purpose: 'receive' }),
    },
    {
      name: 'works on the same car later, elsewhere',
      evidence: scanOf({ witness: ELSEWHERE, unit: inCar(), order: laterOrder }),
    },
    {
      name: 'takes out, elsewhere, an old part of another number',
      evidence: scanOf({
        witness: ELSEWHERE,
        unit: inCar({ partNumber: OLD_PADS }),
        order: laterOrder,
        line: lineOf(),
      }),
    },
    {
      name: 'handles the old part it took out',
      evidence: scanOf({ witness: ELSEWHERE, unit: removedThere, order: laterOrder }),
    },
    {
      name: 'reads the old part again without naming the order',
      evidence: scanOf({ witness: ELSEWHERE, unit: removedThere }),
    },
    {
      name: 'sends an old part back as a core',
      evidence: scanOf({ witness: ELSEWHERE, unit: { ...removedThere, state: 'core_return' }, purpose: 'return' }),
    },
    {
      name: 'receives a core in the warehouse',
      evidence: scanOf({ witness: AT_WAREHOUSE, unit: { ...removedThere, state: 'core_return' }, purpose: 'receive' }),
    },
    { name: 'inspects a car for the maker', evidence: scanOf({ witness: AT_MAKER, unit: inCar(), purpose: 'audit' }) },
    { name: 'reads the label of the part in their own car', evidence: scanOf({ witness: PASSER_BY, unit: inCar() }) },
    {
      name: 'reads it years after its shelf life',
      evidence: scanOf({
        witness: PASSER_BY,
        unit: inCar({ expiresOn: '2026-11-30' }),
        scannedAt: hours(24 * 900),
        now: hours(24 * 900),
      }),
    },
    { name: 'reads a part on a shop’s shelf', evidence: scanOf({ witness: PASSER_BY }) },
    {
      name: 'reads a part of a key that was revoked later',
      evidence: scanOf({
        witness: PASSER_BY,
        unit: inCar(),
        reading: signedLabel('issued', { isRevoked: true, cutOffAt: hours(-1) }),
      }),
    },
    {
      name: 'meets another brand’s link',
      evidence: scanOf({
        reading: { kind: 'foreignHost', host: 'id.other-brand.example', hasSignature: false },
        unit: null,
      }),
    },
  ];
  test.each(paths)('$name', ({ evidence }) => expect(found(evidence)).toEqual([]));
});

it('a valid successor is fitted with a note and nothing more', () => {
  const line = lineOf({ partNumber: OLD_PADS, approval: approvalOf({ partNumber: OLD_PADS }) });
  const supersession = { kind: 'forward', path: [OLD_PADS, PADS], ratio: { old: 1, new: 1 } } as const;
  expect(found(scanForOrder({ line, supersession }))).toEqual(['R03 L1']);
});

test.each([
  { name: 'an honest fitting', raised: findings(RULES.fitting, fittingOf()) },
  { name: 'an honest receipt', raised: findings(RULES.receipt, receiptOf()) },
  { name: 'an honest invoice', raised: findings(RULES.invoice, invoiceOf()) },
])('$name raises nothing', ({ raised }) => expect(raised).toEqual([]));

describe('a code that is no label of ours', () => {
  // Anybody with a printer could otherwise burn good stock by its number.
  const borrowed: ScanEvidence['reading'][] = [
    signedLabel('false'),
    signedLabel('true'),
    {
      kind: 'foreignHost',
      host: 'truepart-check.example',
      gtin: unitOf().gtin,
      serial: unitOf().serial,
      hasSignature: true,
    },
  ];
  const units = [
    unitOf(),
    inWarehouse({ state: 'issued' }),
    inCar(),
    removedThere,
    unitOf({ state: 'missing', recall: { number: 'RC-1' } }),
  ];
  const cases = borrowed.flatMap((reading) =>
    units.map((unit) => ({ reading, unit, kind: reading.kind, state: unit.state })),
  );
  test.each(cases)('$kind under the serial of a unit $state says nothing of the unit', ({ reading, unit }) => {
    const evidence = scanForOrder({ reading, unit, observed: seen({ seal: 'broken', partNumber: 'CH-00000-00000' }) });
    const subjects = findings(RULES.scan, evidence).map(({ subject }) => subject);
    expect(subjects).toContain('code');
    expect(subjects).not.toContain('unit');
  });
});
