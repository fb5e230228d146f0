import { Config } from '../src/config/config.ts';
import { type Answer, answered, PART } from './support/actors.ts';
import { DAY, DetectionStage, HOUR, MINUTE } from './support/detection-stage.ts';

/** What one reading of a label is enough for, with what each rule needs supplied by the way that people take. */
let stage: DetectionStage;
beforeAll(async () => (stage = await DetectionStage.open()));
afterAll(() => stage.world.close());

type Found = { rule: string; level: number };
const found = (verdict: Answer): string[] =>
  (verdict.findings as Found[]).map(({ rule, level }) => `${rule} L${level}`);
const onTheShelf = async (): Promise<string> => (await stage.world.stock(stage.world.hz1, PART.brakePads, 1))[0]!;
const instant = (fromNow: number): string => new Date(stage.now().getTime() + fromNow).toISOString();

test('C01: a text that was cut short is the scanner’s trouble, and nobody’s flag', async () => {
  const { technician } = stage.world.hz1;
  const verdict = await technician.scans((await onTheShelf()).slice(0, -17), 'check');
  expect(verdict).toMatchObject({ outcome: 'unreadable', unit: null });
  expect(found(verdict)).toEqual(['C01 L2']);
  expect(await stage.flagsOf('C01')).toEqual([]);
});

test('C05: our form on another host; the unit whose number it borrowed is not held', async () => {
  const { technician } = stage.world.hz1;
  const code = await onTheShelf();
  const origin = stage.world.app.app.get(Config).publicUrl.toUpperCase();
  const verdict = await technician.scans(code.replace(origin, 'HTTPS://TRUEPART-CHECK.EXAMPLE'), 'check');
  expect(verdict).toMatchObject({ outcome: 'suspect', unit: null });
  expect(found(verdict)).toEqual(['C05 L5']);
  expect(await stage.flagsOf('C05')).toMatchObject([{ level: 5, unit: null, case: expect.stringMatching(/^C-/) }]);
  expect(await technician.scans(code, 'fit')).toMatchObject({ outcome: 'consistent' });
});

test('C11: what a stolen key signed after its cut-off is asked about, and what it signed before is good', async () => {
  const { maker, hz1 } = stage.world;
  const before = await onTheShelf();
  stage.wait(HOUR);
  const cutOff = instant(0);
  stage.wait(HOUR);
  const after = await onTheShelf();
  const keys = answered(await maker.get('/api/keys')).items as { kid: string; status: string }[];
  const { kid } = keys.find(({ status }) => status === 'active')!;
  await maker.does('/api/keys/rotation');
  await maker.does(`/api/keys/${kid}/revocation`, { cutOff, reason: '密钥失窃' });
  expect(found(await hz1.technician.scans(before, 'check'))).toEqual([]);
  const verdict = await hz1.technician.scans(after, 'check');
  expect(verdict.outcome).toBe('caution');
  expect(found(verdict)).toEqual(['C11 L4']);
  expect(await stage.flagsOf('C11')).toMatchObject([{ level: 4, status: 'open', workshop: 'WS-HZ-01' }]);
  expect(found(await hz1.technician.scans(await onTheShelf(), 'check'))).toEqual([]);
});

test('C12: a technician finds the seal broken', async () => {
  const code = await onTheShelf();
  const { technician } = stage.world.hz1;
  expect(found(await technician.scans(code, 'check', { seal: 'intact' }))).toEqual([]);
  expect(found(await technician.scans(code, 'audit', { seal: 'broken' }))).toEqual(['C12 L4']);
  expect(await stage.flagsOf('C12')).toMatchObject([{ level: 4, status: 'open' }]);
});

test('B06: a device whose counter goes back', async () => {
  const { technician } = stage.world.hz1;
  const queued = async (counter: number, minutesAgo: number): Promise<string[]> => {
    const scannedAt = instant(-minutesAgo * MINUTE);
    return found(await technician.scans(await onTheShelf(), 'check', { device: 'pda-7', counter, scannedAt }));
  };
  expect(await queued(41, 30)).toEqual([]);
  expect(await queued(42, 20)).toEqual([]);
  expect(await queued(40, 10)).toEqual(['B06 L4']);
});

test('B07: a clock that is ahead of ours is told to whoever holds the device', async () => {
  const { technician } = stage.world.hz1;
  const code = await onTheShelf();
  expect(found(await technician.scans(code, 'check', { scannedAt: instant(5 * MINUTE) }))).toEqual([]);
  expect(found(await technician.scans(code, 'audit', { scannedAt: instant(25 * MINUTE) }))).toEqual(['B07 L2']);
  expect(await stage.flagsOf('B07')).toEqual([]);
});

test('B10: the same scan twice is logged; a check and then a fitting is not the same', async () => {
  const { technician } = stage.world.hz1;
  const code = await onTheShelf();
  const { number } = await stage.order(stage.world.hz1);
  expect(found(await technician.scans(code, 'check'))).toEqual([]);
  stage.wait(MINUTE);
  expect(found(await technician.scans(code, 'check'))).toEqual(['B10 L1']);
  expect(found(await technician.scans(code, 'fit', { repairOrder: number, line: 1 }))).toEqual([]);
});

test('Q02: good until the end of its last day, and not after', async () => {
  const { warehouse, hz1 } = stage.world;
  const [code] = await warehouse.mints(PART.battery, 1, { expiresOn: instant(DAY).slice(0, 10) });
  await hz1.clerk.receives(await warehouse.ships('WS-HZ-01', [code!]), [code!]);
  stage.wait(6 * HOUR);
  expect(found(await hz1.technician.scans(code!, 'check'))).toEqual([]);
  stage.wait(3 * DAY);
  const verdict = await hz1.technician.scans(code!, 'audit');
  expect(verdict.outcome).toBe('caution');
  expect(found(verdict)).toEqual(['Q02 L4']);
});

test('R01: issued at one workshop, about to be fitted at another: one of them has a copy', async () => {
  const { hz1, nb1 } = stage.world;
  const code = await onTheShelf();
  const [ours, theirs] = [await stage.order(hz1), await stage.order(nb1)];
  await hz1.clerk.does(`/api/repair-orders/${ours.number}/allocations`, { line: 1, code });
  const verdict = await nb1.technician.scans(code, 'fit', { repairOrder: theirs.number, line: 1 });
  expect(verdict.outcome).toBe('suspect');
  expect(found(verdict)).toContain('R01 L5');
  const [flag] = await stage.flagsOf('R01');
  expect(flag).toMatchObject({ level: 5, case: expect.stringMatching(/^C-/), workshop: 'WS-NB-01' });
  // One workshop’s two orders are a mix-up on the shelf.
  const other = await onTheShelf();
  const [first, second] = [await stage.order(hz1), await stage.order(hz1)];
  await hz1.clerk.does(`/api/repair-orders/${first.number}/allocations`, { line: 1, code: other });
  const wish = { repairOrder: second.number, line: 1 };
  expect(found(await hz1.technician.scans(other, 'fit', wish))).toContain('R01 L3');
});
