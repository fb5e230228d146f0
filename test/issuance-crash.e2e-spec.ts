import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { LabelKeys, type PublishedKey, verifyLabel } from '../src/labels/label-signature.ts';
import { parseLabel } from '../src/labels/label-text.ts';
import { testDatabase, type TestDatabase } from './support/database.ts';
import {
  BATCH_TRUTH,
  exactly,
  importCatalogue,
  type IssuanceWorld,
  issuanceWorld,
  PADS,
} from './support/issuance-world.ts';
import { buildServer, freePort, StartedServer } from './support/started-server.ts';

const QUANTITY = 20_000;

let dataDir: string;
let database: TestDatabase;
let client: Client;
let world: IssuanceWorld;
let server: StartedServer;
/** One address for all its lives: labels carry it. */
let url: string;

// Whole servers start here, on machines that are busy with other tests.
jest.setTimeout(180_000);
beforeAll(async () => {
  await buildServer();
  dataDir = mkdtempSync(join(tmpdir(), 'truepart-crash-'));
  database = await testDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
  world = await issuanceWorld(database.url);
  url = `http://localhost:${await freePort()}`;
}, 300_000);
afterAll(async () => {
  await server.kill('SIGKILL');
  await client.end();
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(): Promise<void> {
  server = new StartedServer({
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    DEMO: 'false',
    PORT: new URL(url).port,
    PUBLIC_URL: url,
    LOG_LEVEL: 'warn',
  });
  await server.serves();
}

async function issued(batchId: string): Promise<number> {
  const { rows } = await client.query<{ issued: number }>('SELECT issued FROM batch WHERE id = $1', [batchId]);
  return rows[0]?.issued ?? 0;
}

async function hasIssued(batchId: string, least: number): Promise<void> {
  for (const since = Date.now(); (await issued(batchId)) < least;) {
    if (Date.now() - since > 60_000) throw new Error(`no more than ${await issued(batchId)} units:\n${server.output}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function labelsOf(batchId: string): Promise<string[]> {
  const answer = await fetch(`${url}/api/batches/${batchId}/labels.csv`, { headers: { authorization: world.lead } });
  const rows = (await answer.text()).trim().split('\r\n').slice(1);
  return rows.map((row) => row.split(',').at(-1) ?? '');
}

async function countTrue(labels: readonly string[]): Promise<number> {
  const { keys } = (await (await fetch(`${url}/.well-known/jwks.json`)).json()) as { keys: PublishedKey[] };
  const pinned = await LabelKeys.from(keys);
  let count = 0;
  for (let at = 0; at < labels.length; at += 500) {
    const checks = await Promise.all(
      labels.slice(at, at + 500).map((label) => verifyLabel(parseLabel(label, url), pinned)),
    );
    count += checks.filter(({ signature }) => signature === 'true').length;
  }
  return count;
}

test('a server that is killed, and killed again, mints each unit of a batch exactly once', async () => {
  await start();
  await importCatalogue(url, world);
  const made = await fetch(`${url}/api/batches`, {
    method: 'POST',
    headers: { authorization: world.lead, 'content-type': 'application/json' },
    body: JSON.stringify({ partNumber: PADS, quantity: QUANTITY }),
  });
  const { id } = (await made.json()) as { id: string };
  for (const moment of [1, 8_000, 14_000]) {
    await hasIssued(id, moment);
    await server.kill('SIGKILL');
    expect(await issued(id)).toBeLessThan(QUANTITY);
    await start();
  }
  await hasIssued(id, QUANTITY);
  const { rows } = await client.query(BATCH_TRUTH, [id]);
  expect(rows[0]).toEqual(exactly(QUANTITY));
  const labels = await labelsOf(id);
  expect(new Set(labels).size).toBe(QUANTITY);
  expect(await countTrue(labels)).toBe(QUANTITY);
});
