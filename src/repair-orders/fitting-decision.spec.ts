import { custodyRefusal, gateOf, passes } from './fitting-decision.ts';
import type { OrganisationId, RepairOrderId } from '../kernel/identifiers.ts';

describe('the gate', () => {
  test.each([
    { name: 'nothing found', levels: [], gate: 'open' },
    { name: 'only notes', levels: [1, 2], gate: 'open' },
    { name: 'a warning among notes', levels: [1, 3], gate: 'reason' },
    { name: 'a hold', levels: [3, 4], gate: 'supervisor' },
    { name: 'the worst decides', levels: [5, 1, 4], gate: 'nobody' },
  ] as const)('$name → $gate', ({ levels, gate }) => expect(gateOf(levels.map((level) => ({ level })))).toBe(gate));

  test.each([
    { gate: 'open', supervisor: false, reason: undefined, may: true },
    { gate: 'reason', supervisor: false, reason: undefined, may: false },
    { gate: 'reason', supervisor: false, reason: 'box was open', may: true },
    { gate: 'supervisor', supervisor: false, reason: 'please', may: false },
    { gate: 'supervisor', supervisor: true, reason: undefined, may: false },
    { gate: 'supervisor', supervisor: true, reason: 'agreed with the owner', may: true },
    { gate: 'nobody', supervisor: true, reason: 'please', may: false },
  ] as const)('$gate, supervisor $supervisor, reason $reason → $may', ({ gate, supervisor, reason, may }) =>
    expect(passes(gate, supervisor, reason)).toBe(may),
  );
});

describe('custody', () => {
  const here = 'here' as OrganisationId;
  const elsewhere = 'elsewhere' as OrganisationId;
  const place = { workshopId: here, orderId: 'order' as RepairOrderId, line: 1 };
  const unit = {
    currentState: 'in_stock',
    currentCustodianId: here,
    allocation: null,
    holds: [],
    transit: null,
  } as const;
  const allocated = (orderId: string, line: number) => ({ orderId: orderId as RepairOrderId, line, workshopId: here });
  test.each([
    { name: 'stock of this workshop', unit, code: null },
    {
      name: 'issued to this line',
      unit: { ...unit, currentState: 'allocated', allocation: allocated('order', 1) },
      code: null,
    },
    {
      name: 'on its way here',
      unit: {
        ...unit,
        currentState: 'in_transit',
        currentCustodianId: elsewhere,
        transit: { fromId: elsewhere, toId: here, since: new Date(0) },
      },
      code: null,
    },
    {
      name: 'on its way elsewhere',
      unit: {
        ...unit,
        currentState: 'in_transit',
        currentCustodianId: elsewhere,
        transit: { fromId: here, toId: elsewhere, since: new Date(0) },
      },
      code: 'UNIT_NOT_IN_STOCK_HERE',
    },
    {
      name: 'stock of somebody else',
      unit: { ...unit, currentCustodianId: elsewhere },
      code: 'UNIT_NOT_IN_STOCK_HERE',
    },
    { name: 'already in a car', unit: { ...unit, currentState: 'fitted' }, code: 'UNIT_ALREADY_FITTED' },
    {
      name: 'issued to another line',
      unit: { ...unit, currentState: 'allocated', allocation: allocated('order', 2) },
      code: 'UNIT_ALLOCATED_ELSEWHERE',
    },
    {
      name: 'issued to another order',
      unit: { ...unit, currentState: 'allocated', allocation: allocated('other', 1) },
      code: 'UNIT_ALLOCATED_ELSEWHERE',
    },
    { name: 'never commissioned', unit: { ...unit, currentState: 'issued' }, code: 'UNIT_NOT_IN_STOCK_HERE' },
    { name: 'held', unit: { ...unit, holds: ['recall'] }, code: 'UNIT_ON_HOLD' },
  ] as const)('$name → $code', ({ unit, code }) => expect(custodyRefusal(unit, place)?.code ?? null).toBe(code));
});
