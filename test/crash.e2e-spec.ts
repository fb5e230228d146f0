import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentHash } from '../src/kernel/canonical-json.ts';
import { type Answer, PART, type Person, VIN, World } from './support/actors.ts';
import { expectSoundLedgers } from './support/ledger.ts';
import { buildServer, freePort, StartedServer } from './support/started-server.ts';

const SCANS = 1_000;
const FITTINGS = 100;
const APPROVALS = 100;
const SHELF = 50;
/** How many have their answer when the server is killed: once early, once late. */
const MOMENTS = [250, 500];

/** A request of a device that sends it, under one key, until it has its answer. */
interface Deed {
  readonly key: string;
  readonly path: string;
  readonly body: Answer;
  readonly by: Person;
  /** Every answer that it ever got, by the hash of what it says: members of a JSON object have no order. */
  readonly answers: string[];
}

let dataDir: string;
let world: World;
let server: StartedServer;
/** One address for all its lives. */
let origin: string;
const agent = new Agent({ keepAlive: true, maxSockets: 200 });

// A whole server starts here, several times, on machines that are busy with other tests.
jest.setTimeout(180_000);
beforeAll(async () => {
  await buildServer();
  dataDir = mkdtempSync(join(tmpdir(), 'truepart-crash-'));
  origin = `http://localhost:${await freePort()}`;
  // The server that is killed goes by the clock on the wall, so the world is made by it too.
  world = await World.start({ now: new Date(), environment: { DATA_DIR: dataDir, PUBLIC_URL: origin } });
}, 300_000);
afterAll(async () => {
  agent.destroy();
  await server.kill('SIGKILL');
  await world.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(): Promise<void> {
  server = new StartedServer({
    DATABASE_URL: world.app.databaseUrl,
    DATA_DIR: dataDir,
    DEMO: 'false',
    PORT: new URL(origin).port,
    PUBLIC_URL: origin,
    LOG_LEVEL: 'error',
  });
  await server.serves();
}

test('a server that is killed while a thousand scans and two hundred steps are under way does each exactly once', async () => {
  const deeds = await deedsToDo();
  await start();
  for (const moment of MOMENTS) {
    await killedAfter(moment, deeds);
    await start();
  }
  const untold = deeds.filter(({ answers }) => answers.length === 0).length;
  expect(untold).toBeGreaterThan(0);
  await untilAnswered(deeds);
  // And once more, as a device does that lost the answer.
  await untilAnswered(deeds);
  const contradicted = deeds.filter(({ answers }) => answers.length < 2 || new Set(answers).size > 1);
  expect(contradicted.map(({ path, answers }) => ({ path, answers }))).toEqual([]);
  expect(await whatIsThere()).toEqual({
    scans: SCANS,
    devices: SCANS,
    fittings: FITTINGS,
    fittedUnits: FITTINGS,
    oldParts: FITTINGS,
    approvals: FITTINGS + APPROVALS,
    supersededApprovals: 0,
  });
  await expectSoundLedgers(world.app.app);
});

/** Scans of what is on the shelf, fittings on approved orders, and approvals of others, in no particular order. */
async function deedsToDo(): Promise<Deed[]> {
  const { hz1 } = world;
  const shelf = await world.stock(hz1, PART.oilFilter, SHELF);
  const units = await world.stock(hz1, PART.brakePads, FITTINGS);
  const deed = (by: Person, path: string, body: Answer): Deed => ({ key: randomUUID(), path, body, by, answers: [] });
  const scans = Array.from({ length: SCANS }, (_, index) =>
    deed(hz1.technician, '/api/scans', { code: shelf[index % SHELF], purpose: 'check', device: `handheld-${index}` }),
  );
  const openedAt = world.app.clock.now().toISOString();
  const orders = Array.from({ length: FITTINGS + APPROVALS }, (_, index) => `RO-C${index}`);
  for (const order of orders)
    await hz1.advisor.opens(order, [{ partNumber: PART.brakePads, unitPrice: '428.00' }], { openedAt });
  const toFit = orders.slice(0, FITTINGS);
  for (const order of toFit) await hz1.advisor.approves(order, 1);
  const fittings = toFit.map((order, index) =>
    deed(hz1.technician, `/api/repair-orders/${order}/fittings`, {
      line: 1,
      code: units[index],
      vin: VIN,
      position: `place ${index}`,
      removedPart: { outcome: 'with_owner' },
    }),
  );
  const approvals = orders
    .slice(FITTINGS)
    .map((order) =>
      deed(hz1.advisor, `/api/repair-orders/${order}/approvals`, { lines: [{ line: 1 }], channel: 'phone' }),
    );
  return shuffled([...scans, ...fittings, ...approvals]);
}

/** Mixed, but the same way each time. */
const shuffled = <Item>(items: readonly Item[]): Item[] =>
  items
    .map((item, index) => ({ item, place: (index * 7919) % items.length }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);

/** Sends everything at once and kills the server as soon as so many have been answered. */
async function killedAfter(moment: number, deeds: readonly Deed[]): Promise<void> {
  let answered = 0;
  let death: Promise<unknown> | undefined;
  await Promise.all(
    deeds.map(async (deed) => {
      if ((await send(deed)) && ++answered === moment) death = server.kill('SIGKILL');
    }),
  );
  expect(death).toBeDefined();
  await death;
}

async function untilAnswered(deeds: readonly Deed[]): Promise<void> {
  for (let open = deeds, attempt = 0; open.length > 0; attempt++) {
    if (attempt === 10) throw new Error(`${open.length} are never answered:\n${server.output.slice(-2000)}`);
    const done = await Promise.all(open.map(send));
    open = open.filter((_, index) => !done[index]);
  }
}

/** @returns whether it was answered for good: neither cut off nor told to come back. */
async function send(deed: Deed): Promise<boolean> {
  const answer = await post(deed).catch(() => undefined);
  if (answer === undefined || answer.status === 503 || answer.text.includes('IDEMPOTENCY_IN_PROGRESS')) return false;
  if (answer.status !== 201) throw new Error(`${deed.path} answered ${answer.status} ${answer.text}`);
  deed.answers.push(contentHash(JSON.parse(answer.text)));
  return true;
}

function post({ key, path, body, by }: Deed): Promise<{ status: number; text: string }> {
  const headers = { authorization: by.credential, 'content-type': 'application/json', 'idempotency-key': key };
  return new Promise((resolve, reject) => {
    const outgoing = request(origin + path, { method: 'POST', agent, headers, timeout: 60_000 }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
      incoming.on('error', reject);
    });
    outgoing.on('timeout', () => outgoing.destroy(new Error('no answer')));
    outgoing.on('error', reject);
    outgoing.end(JSON.stringify(body));
  });
}

function whatIsThere(): Promise<Answer | undefined> {
  return world.database.first(
    `SELECT (SELECT count(*)::int FROM scan WHERE device LIKE 'handheld-%') AS scans,
            (SELECT count(DISTINCT device)::int FROM scan WHERE device LIKE 'handheld-%') AS devices,
            (SELECT count(*)::int FROM fitting) AS fittings,
            (SELECT count(*)::int FROM unit WHERE state = 'fitted') AS "fittedUnits",
            (SELECT count(*)::int FROM old_part) AS "oldParts",
            (SELECT count(*)::int FROM approval) AS approvals,
            (SELECT count(*)::int FROM approval WHERE superseded_at IS NOT NULL) AS "supersededApprovals"`,
  );
}
