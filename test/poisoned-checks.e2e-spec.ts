import { bytesOf, HttpLanes, type HttpRequest } from '../src/cli/bench/http-lanes.ts';
import { DetectionRunner } from '../src/detection/detection-runner.ts';
import { type Answer, answered, PART, VIN, World } from './support/actors.ts';

/**
 * Whoever has a list of codes, or makes them up, asks ten thousand times: nobody at the car is told anything else because of it,
 * and nobody at the desk finds anything but the few first of them.
 */
const FLOOD = 10_000;
/** Addresses that it comes from, with the throttle out of its way. */
const LANES = 16;
const SOURCES = ['203.0.113.7', '203.0.113.8', '198.51.100.21', '2001:db8:1::1'];

let world: World;
let lanes: HttpLanes;
beforeAll(async () => {
  const environment = { TRUST_PROXY: 'loopback', THROTTLE_REQUESTS: '10000000', THROTTLE_PUBLIC_CHECKS: '1000000' };
  world = await World.start({ environment });
  lanes = await HttpLanes.open(world.app.url, LANES);
});
afterAll(async () => {
  lanes.close();
  await world.close();
});

const minutes = (count: number) => world.app.clock.advance(count * 60_000);
const serialOf = (code: string) => /\/21\/(\w{12})/.exec(code)![1]!;
const told = ({ outcome, claims, findings, nextStep }: Answer) => ({ outcome, claims, findings, nextStep });

/** A repair as it should be, with its bill. @returns the owner's link. */
async function repairs(code: string): Promise<string> {
  await world.hz1.advisor.opens('RO-1', [{ partNumber: PART.brakePads, unitPrice: '428.00', concern: '异响' }]);
  await world.hz1.advisor.approves('RO-1', 1);
  const fitting = { line: 1, code, vin: VIN, odometer: 31_005, removedPart: { outcome: 'with_owner' } };
  answered(await world.hz1.technician.fits('RO-1', fitting));
  const line = { line: 1, partNumber: PART.brakePads, category: 'original', quantity: 1, unitPrice: '428.00' };
  const invoice = { number: 'INV-1', odometerOut: 31_010, lines: [line] };
  return String(answered(await world.hz1.advisor.invoices('RO-1', invoice)).token);
}

/** Every way of asking, in turn: real codes pasted and opened, forged, copied to another host, guessed and mangled ones. */
function asking(codes: readonly string[], n: number): HttpRequest {
  const code = codes[n % codes.length]!;
  const guess = n
    .toString(32)
    .toUpperCase()
    .replaceAll(/[ILOU]/g, 'Z')
    .padStart(12, '0');
  const forged = code.replace(/.{6}$/, (n + 1_000_000).toString().slice(-6));
  const ways = [
    { method: 'POST', path: '/api/public/checks', body: { code } },
    { method: 'GET', path: new URL(code).pathname + new URL(code).search },
    { method: 'POST', path: '/api/public/checks', body: { code: forged } },
    {
      method: 'POST',
      path: '/api/public/checks',
      body: { code: code.replace(/^HTTPS?:\/\/[^/]+/, 'HTTPS://PARTS.TEST') },
    },
    {
      method: 'POST',
      path: '/api/public/checks',
      body: { code: `${code.slice(code.indexOf('/01/') + 4).slice(0, 14)}${guess}` },
    },
    { method: 'POST', path: '/api/public/checks', body: { code: code.replace(serialOf(code), guess) } },
  ] as const;
  return ways[n % ways.length]!;
}

function from(source: string, request: HttpRequest): Buffer {
  const [head, ...rest] = bytesOf(request).toString().split('\r\n');
  return Buffer.from([head, `x-forwarded-for: ${source}`, 'accept: application/json', ...rest].join('\r\n'));
}

async function pour(codes: readonly string[], first: number, end: number): Promise<void> {
  const requests = Array.from({ length: end - first }, (_, place) =>
    from(SOURCES[Math.floor((first + place) / 7) % SOURCES.length]!, asking(codes, first + place)),
  );
  await lanes.drive(requests);
}

const count = async (table: string): Promise<number> =>
  (await world.database.first<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`))!.count;

test('ten thousand poisoned checks change no verdict, open no case and fill no inbox', async () => {
  const [fitted, onShelf] = await world.stock(world.hz1, PART.brakePads, 2);
  const inWarehouse = await world.warehouse.mints(PART.brakePads, 150);
  const token = await repairs(fitted!);
  // Labels of today are tried by whoever printed them.
  minutes(26 * 60);
  const codes = [fitted!, onShelf!, ...inWarehouse];
  const asked = async () => {
    minutes(10);
    return {
      technician: told(await world.hz1.technician.scans(onShelf!, 'check')),
      supervisor: told(await world.hz1.supervisor.scans(fitted!, 'check')),
      warehouse: told(await world.warehouse.scans(inWarehouse[0]!, 'audit')),
      owner: told(answered(await world.app.request.post('/api/public/checks').send({ code: fitted }))),
      invoice: answered(await world.app.request.get(`/api/public/invoices/${token}`)).lines,
    };
  };
  const before = await asked();
  expect(before).toMatchObject({ technician: { outcome: 'consistent' }, owner: { outcome: 'consistent' } });
  const scans = await count('scan');

  await pour(codes, 0, FLOOD / 5);
  const flags = await count('flag');
  const sources = await count('flag_source');
  await pour(codes, FLOOD / 5, FLOOD);
  minutes(1);
  await world.app.app.get(DetectionRunner).runDue();

  expect(await count('scan')).toBe(scans + FLOOD);
  expect(await asked()).toEqual(before);
  expect(await count('case_file')).toBe(0);
  expect(await count('unit_hold')).toBe(0);
  const kept = await world.database.rows('SELECT DISTINCT level, status, unit_id FROM flag');
  expect(kept).toEqual([{ level: 3, status: 'open', unit_id: null }]);
  expect(flags).toBeGreaterThan(0);
  expect(await count('flag')).toBe(flags);
  expect(await count('flag_source')).toBe(sources);
  // Twenty of each source, and those that were under way while the twentieth was kept.
  expect(sources).toBeLessThanOrEqual(SOURCES.length * 20 + LANES);
  expect(world.app.logged.join('')).toMatch(/B04 POISONING.*B05 ENUMERATION|B05 ENUMERATION.*B04 POISONING/s);
}, 180_000);
