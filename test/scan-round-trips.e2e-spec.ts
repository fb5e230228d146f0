import { randomUUID } from 'node:crypto';
import { WireRecorder } from '../src/cli/bench/wire-recorder.ts';
import { type Answer, answered, PART, World } from './support/actors.ts';
import { type TestDatabase, testDatabase } from './support/database.ts';

/** A scan costs what it asks of the database. Counted on the wire: every time the server waits for PostgreSQL. */
let database: TestDatabase;
let recorder: WireRecorder;
let world: World;
beforeAll(async () => {
  database = await testDatabase();
  recorder = await WireRecorder.listen(database.url);
  world = await World.start({ environment: { DATABASE_URL: recorder.url } });
});
afterAll(async () => {
  await world.close();
  await recorder.close();
  await database.drop();
});

/** Now and then the server asks something for itself, on a busy machine more often: the least of five counts. */
async function roundTripsOf(scan: (code: string) => PromiseLike<{ body: unknown }>): Promise<number> {
  const codes = await world.stock(world.hz1, PART.oilFilter, 5);
  const counts: number[] = [];
  for (const code of codes) {
    recorder.take();
    const { body } = await scan(code);
    counts.push(recorder.take().roundTrips);
    expect(body).toMatchObject({ outcome: 'consistent' });
  }
  return Math.min(...counts);
}

const scanned = (body: Answer, key?: string) => world.hz1.technician.post('/api/scans', body, key);

describe('a scan waits for the database at most twice', () => {
  test('a part on the shelf', async () => {
    expect(await roundTripsOf((code) => scanned({ code, purpose: 'check' }))).toBe(2);
  });

  test('a part for a line of an order', async () => {
    await world.hz1.advisor.opens('RO-1', [{ partNumber: PART.oilFilter, unitPrice: '42.00' }]);
    await world.hz1.advisor.approves('RO-1', 1);
    const line = { repairOrder: 'RO-1', line: 1 };
    expect(await roundTripsOf((code) => scanned({ code, purpose: 'fit', ...line }))).toBe(2);
  });

  test('with an idempotency key, and once when it is sent again', async () => {
    const keys = new Map<string, string>();
    const once = (code: string) => {
      keys.set(code, keys.get(code) ?? randomUUID());
      return scanned({ code, purpose: 'check' }, keys.get(code));
    };
    expect(await roundTripsOf(once)).toBe(2);
    expect(await roundTripsOf((code) => once(code).then(() => (recorder.take(), once(code))))).toBe(1);
  });

  test('a serial that somebody typed', async () => {
    const typed = (code: string) => ({ code: code.replace(/^.*\/21\/(\w+)\?.*$/, '$1'), entryMode: 'typed' });
    expect(await roundTripsOf((code) => scanned({ ...typed(code), purpose: 'check' }))).toBe(2);
  });

  test('an old scan out of an offline queue', async () => {
    const late = (code: string) => {
      const scannedAt = world.app.clock.now().toISOString();
      world.app.clock.advance(600_000);
      return scanned({ code, purpose: 'audit', scannedAt });
    };
    expect(await roundTripsOf(late)).toBe(2);
  });
});

test('scans that come together share statements, and each hears its own answer', async () => {
  const codes = await world.stock(world.hz1, PART.oilFilter, 32);
  recorder.take();
  const verdicts = await Promise.all(codes.map(async (code) => answered(await scanned({ code, purpose: 'check' }))));
  expect(recorder.take().roundTrips).toBeLessThan(2 * 32 - 8);
  expect(verdicts.map(({ unit }) => (unit as Answer).serial)).toEqual(
    codes.map((code) => /\/21\/(\w{12})/.exec(code)![1]),
  );
  const [kept] = await world.database.rows<{ count: number }>(
    'SELECT count(*)::int AS count FROM scan WHERE id = ANY ($1)',
    [verdicts.map(({ scanId }) => scanId)],
  );
  expect(kept).toEqual({ count: 32 });
});

test('of one scan that comes many times at once, one is kept and all hear its answer', async () => {
  const [code] = await world.stock(world.hz1, PART.oilFilter, 1);
  const key = randomUUID();
  const answers = await Promise.all(Array.from({ length: 12 }, () => scanned({ code, purpose: 'check' }, key)));
  const [first, ...others] = answers.map(answered);
  for (const other of others) expect(other).toEqual(first);
  expect(await world.database.rows('SELECT id FROM scan WHERE code = $1', [code])).toEqual([{ id: first!.scanId }]);
});
