import { changesBetween, snapshotOf } from './isolation/snapshot.ts';
import { type Answer, answered, PART, type World } from './support/actors.ts';
import { DAY, DetectionStage, HOUR } from './support/detection-stage.ts';

/** Rules that are asked in the background, at fittings, bills and mints, tried on a past that is known to the hour. */
let stage: DetectionStage;
let world: World;

beforeAll(async () => {
  stage = await DetectionStage.open();
  ({ world } = stage);
  const [, , ...parts] = [
    await shipsAndReceivesAfter(10),
    await neverReceives(),
    ...(await world.stock(world.hz1, PART.brakePads, 2)),
  ];
  await bills(await stage.fit(world.hz1, parts[0]!), '440.00');
  stage.wait(DAY);
  const order = await stage.order(world.hz1);
  stage.wait(30 * HOUR);
  const fittedAt = new Date(stage.now().getTime() - 29 * HOUR).toISOString();
  const fitting = { line: 1, code: parts[1], vin: order.vin, fittedAt, removedPart: { outcome: 'with_owner' } };
  answered(await world.hz1.technician.fits(order.number, fitting));
  await keepsACore();
  stage.wait(50 * DAY);
  await stage.detect();
  stage.wait(HOUR);
});
afterAll(() => world.close());

async function shipsAndReceivesAfter(days: number): Promise<string> {
  const units = await world.warehouse.mints(PART.oilFilter, 2);
  const shipment = await world.warehouse.ships('WS-HZ-01', units);
  stage.wait(days * DAY);
  await world.hz1.clerk.receives(shipment, units);
  return shipment;
}

const neverReceives = async (): Promise<string> =>
  world.warehouse.ships('WS-HZ-01', await world.warehouse.mints(PART.oilFilter, 3));

async function bills({ number }: { readonly number: string }, unitPrice: string): Promise<void> {
  const lines = [{ line: 1, partNumber: PART.brakePads, category: 'original', quantity: 1, unitPrice }];
  answered(await world.hz1.advisor.invoices(number, { number: `I-${number}`, lines }));
}

/** Taken out of a car under warranty, and never sent to the maker. */
async function keepsACore(): Promise<void> {
  const [old, fresh] = await world.stock(world.hz1, PART.battery, 2);
  const { vin } = await stage.fit(world.hz1, old!, {}, PART.battery);
  const car = { vehicle: { vin, model: 'E300' }, openedAt: stage.now().toISOString() };
  await world.hz1.advisor.opens('RO-CORE', [{ partNumber: PART.battery, payType: 'warranty', concern: '漏液' }], car);
  await world.hz1.advisor.approves('RO-CORE', 1);
  const removedPart = { outcome: 'warranty_return', code: old };
  answered(await world.hz1.technician.fits('RO-CORE', { line: 1, code: fresh, vin, removedPart }));
}

const backTest = async (rule: string, thresholds: Record<string, number>): Promise<Answer> =>
  answered(await world.analyst.post(`/api/policies/${rule}/back-test`, { isOn: true, days: 90, thresholds }));

interface Tried {
  readonly rule: string;
  readonly thresholds: Record<string, number>;
  readonly flags: number;
  readonly lost: number;
  readonly facts?: Answer;
}

test.each<Tried>([
  { rule: 'K09', thresholds: { noteDays: 1, warnDays: 5 }, flags: 2, lost: 0, facts: { units: 2 } },
  { rule: 'K09', thresholds: {}, flags: 1, lost: 0 },
  { rule: 'K09', thresholds: { warnDays: 90 }, flags: 0, lost: 1 },
  { rule: 'Q05', thresholds: { noteDays: 1, warnDays: 2 }, flags: 1, lost: 0, facts: { partNumber: PART.battery } },
  { rule: 'Q05', thresholds: {}, flags: 0, lost: 0 },
  { rule: 'R21', thresholds: { tolerancePercent: 1 }, flags: 1, lost: 0, facts: { unitPrice: '440.00' } },
  { rule: 'R21', thresholds: {}, flags: 0, lost: 0 },
  { rule: 'R23', thresholds: { lateHours: 24 }, flags: 1, lost: 0, facts: { hoursLate: 29 } },
  { rule: 'R23', thresholds: {}, flags: 0, lost: 0 },
  { rule: 'I03', thresholds: { timesUsual: 1, atLeast: 3, batches: 1 }, flags: 1, lost: 0, facts: { requested: 3 } },
  { rule: 'I03', thresholds: {}, flags: 0, lost: 0 },
])('$rule with $thresholds', async ({ rule, thresholds, flags, lost, facts }) => {
  const before = await snapshotOf(world.database);
  const told = await backTest(rule, thresholds);
  expect(told).toMatchObject({
    after: { flags },
    lost: { confirmed: 0, dismissed: 0, unknown: lost },
    reproduced: (told.before as Answer).flags,
    isComplete: true,
  });
  const added = (told.flags as Answer[]).filter(({ change }) => change === 'new');
  if (facts !== undefined) expect(added.map((flag) => flag.facts)).toMatchObject([facts]);
  expect(changesBetween(before, await snapshotOf(world.database))).toEqual({ gone: [], come: [] });
});
