import { type Answer, answered, PART, type World } from './support/actors.ts';
import { DAY, DetectionStage, HOUR, MINUTE, mistyped } from './support/detection-stage.ts';

/** What the same people put right soon after leaves the inbox by itself. */
let stage: DetectionStage;
let world: World;
beforeEach(async () => {
  stage = await DetectionStage.open();
  ({ world } = stage);
});
afterEach(() => world.close());

const types = (serial: string, more: Answer = {}, who = world.hz1.technician) =>
  who.scans(serial, 'check', { entryMode: 'typed', ...more });

test('C04: the right label is read next: the slip was prevented, and counts', async () => {
  const [code] = await world.stock(world.hz1, PART.brakePads, 1);
  await types(mistyped(code!));
  expect(await stage.flagsOf('C04')).toMatchObject([{ status: 'open', level: 3 }]);
  stage.wait(2 * MINUTE);
  await world.hz1.technician.scans(code!, 'check');
  await stage.detectAgain();
  await stage.detectAgain();
  expect(await stage.flagsOf('C04')).toMatchObject([{ status: 'prevented', level: 3, count: 1 }]);
});

test('C04: what strangers look up meanwhile is nobody’s slip, and keeps none open', async () => {
  const [code] = await world.stock(world.hz1, PART.brakePads, 1);
  answered(await world.app.request.post('/api/public/checks').send({ code: '09521234100003 ZZZZZZZZZZZZ' }));
  await types(mistyped(code!));
  stage.wait(MINUTE);
  await world.hz1.technician.scans(code!, 'check');
  await stage.detectAgain();
  const flags = await stage.flagsOf('C04');
  expect(new Set(flags.map(({ status }) => status))).toEqual(new Set(['open', 'prevented']));
});

test('C04: for the same line of an order any label will do that agrees; the line says whose part it is', async () => {
  const [code] = await world.stock(world.hz1, PART.brakePads, 1);
  const { number } = await stage.order(world.hz1);
  await types('ABCDEFGHJKMN', { repairOrder: number, line: 1 });
  stage.wait(2 * MINUTE);
  await world.hz1.technician.scans(code!, 'fit', { repairOrder: number, line: 1 });
  await stage.detectAgain();
  expect(await stage.flagsOf('C04')).toMatchObject([{ status: 'prevented' }]);
});

test('C04: twice the same slip is one prevented flag, and somebody else’s stays open beside it', async () => {
  const [code] = await world.stock(world.hz1, PART.brakePads, 1);
  for (const who of [world.hz1.technician, world.hz1.clerk]) {
    await types(mistyped(code!), {}, who);
    stage.wait(MINUTE);
    await who.scans(code!, 'check');
    await stage.detectAgain();
  }
  expect(await stage.flagsOf('C04')).toMatchObject([{ status: 'prevented', count: 2 }]);
  await types(mistyped(code!), {}, world.hz2.clerk);
  stage.wait(HOUR);
  await stage.detectAgain();
  expect(await stage.flagsOf('C04')).toMatchObject([
    { status: 'open', count: 1, workshop: 'WS-HZ-02' },
    { status: 'prevented', count: 2 },
  ]);
});

test('C04: not by somebody else, not another part’s label, and not an hour later', async () => {
  const [code, other] = await world.stock(world.hz1, PART.brakePads, 2);
  await types(mistyped(code!));
  stage.wait(MINUTE);
  await world.hz1.clerk.scans(code!, 'check');
  await world.hz1.technician.scans(other!, 'check');
  stage.wait(HOUR);
  await world.hz1.technician.scans(code!, 'check');
  await stage.detectAgain();
  expect(await stage.flagsOf('C04')).toMatchObject([{ status: 'open', count: 1 }]);
});

test('K03: the delivery that it was taken from is received the same day', async () => {
  const codes = await world.warehouse.mints(PART.brakePads, 3);
  const shipments = [
    await world.warehouse.ships('WS-HZ-01', codes.slice(0, 2)),
    await world.warehouse.ships('WS-HZ-01', codes.slice(2)),
  ];
  const early = { reason: '货刚到，尚未登记收货' };
  await stage.fit(world.hz1, codes[0]!, early);
  await stage.detectAgain();
  expect(await stage.flagsOf('K03')).toMatchObject([{ status: 'open', overrideReason: early.reason }]);
  stage.wait(3 * HOUR);
  await world.hz1.clerk.receives(shipments[0]!, [codes[1]!]);
  await stage.detectAgain();
  expect(await stage.flagsOf('K03')).toMatchObject([{ status: 'dismissed', resolution: { cause: 'late_upload' } }]);
});

test('K03: a part out of a delivery that nobody receives stays a question', async () => {
  const codes = await world.warehouse.mints(PART.brakePads, 2);
  await world.warehouse.ships('WS-HZ-01', codes);
  await stage.fit(world.hz1, codes[0]!, { reason: '急用' });
  stage.wait(2 * DAY);
  await stage.detectAgain();
  expect(await stage.flagsOf('K03')).toMatchObject([{ status: 'open' }]);
});
