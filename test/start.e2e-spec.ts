import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { projectRoot } from '../src/config/project-root.ts';
import { isAlive } from '../src/database/postmaster-lock.ts';
import { emptyDatabase } from './support/database.ts';
import { buildServer, StartedServer } from './support/started-server.ts';

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
/** Modes bind everybody but root, so root looks through the eyes of an ordinary user. */
const ordinary = isRoot ? { uid: NOBODY, gid: NOBODY } : {};

/** Without the demo world, which takes its time to be told. */
const bare = { DEMO: 'false', PUBLIC_URL: 'http://localhost:0' };

let folder: string;
let dataDir: string;
const started: StartedServer[] = [];

// Whole servers start here, some of them twice, on machines that are busy with other tests.
jest.setTimeout(120_000);
beforeAll(() => buildServer(), 300_000);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'truepart-start-'));
  chmodSync(folder, 0o755);
  if (isRoot) chownSync(folder, NOBODY, NOBODY);
  dataDir = join(folder, 'data');
});
afterEach(async () => {
  for (const server of started.splice(0)) await server.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

function start(settings: Record<string, string> = {}, identity = {}): StartedServer {
  const server = new StartedServer({ DATA_DIR: dataDir, ...settings }, identity);
  started.push(server);
  return server;
}

function postmaster(): number {
  return Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
}

async function onDatabase<Row>(text: string): Promise<Row[]> {
  const memory = JSON.parse(readFileSync(join(dataDir, 'postgres/truepart.json'), 'utf8')) as {
    password: string;
    port: number;
  };
  const client = new Client({ ...memory, host: '127.0.0.1', user: 'truepart', database: 'truepart', ssl: false });
  await client.connect();
  try {
    return (await client.query(text)).rows as Row[];
  } finally {
    await client.end();
  }
}

async function isReady(origin: string): Promise<boolean> {
  return (await fetch(`${origin}/health/ready`)).status === 200;
}

function expectPlainWords({ exitCode, output }: { exitCode: number | null; output: string }, code: number): void {
  expect(output).toContain('Truepart cannot start.');
  expect(output).not.toMatch(/^\s+at /m);
  expect(exitCode).toBe(code);
}

test('serves, survives kill -9 with everything kept, comes back when PostgreSQL dies, and leaves nothing running', async () => {
  const first = start(bare);
  expect(await isReady(await first.serves())).toBe(true);
  expect(statSync(join(dataDir, 'postgres/truepart.json')).mode & 0o777).toBe(0o600);
  await onDatabase('CREATE TABLE kept AS SELECT 42 AS answer');
  const orphan = postmaster();
  await first.kill('SIGKILL');
  expect(isAlive(orphan)).toBe(true);

  const second = start(bare);
  const origin = await second.serves();
  expect(isAlive(orphan)).toBe(false);
  expect(await onDatabase('SELECT answer FROM kept')).toEqual([{ answer: 42 }]);

  const beside = await start(bare).ends();
  expectPlainWords(beside, 69);
  expect(beside.output).toContain(`Another Truepart server (process ${second.pid}) is using DATA_DIR ${dataDir}`);

  // A command that only reads joins the database of the server that runs.
  const words = ['--maker', 'CH', '--rule', 'K05'];
  const command = spawnSync(process.execPath, [join(projectRoot, 'dist/src/cli/back-test.js'), ...words], {
    env: { PATH: process.env['PATH'], DATA_DIR: dataDir },
    encoding: 'utf8',
  });
  expect({ status: command.status, said: command.stderr.split('\n')[0] }).toEqual({
    status: 64,
    said: 'There is no maker CH.',
  });

  process.kill(postmaster(), 'SIGKILL');
  await second.says(/PostgreSQL runs again/);
  expect(await isReady(origin)).toBe(true);

  const last = postmaster();
  expect(await second.kill('SIGTERM')).toBe(0);
  expect(isAlive(last)).toBe(false);
});

test('labels keep the address that they were signed for, or the start is refused with what to set', async () => {
  const first = start();
  const origin = await first.serves();
  await first.kill('SIGTERM');

  const atAnotherPort = start();
  expect(await atAnotherPort.serves()).not.toBe(origin);
  expect(await onDatabase('SELECT origin FROM label_origin')).toEqual([{ origin }]);
  await atAnotherPort.kill('SIGTERM');

  const moved = await start({ DEMO: 'false', PUBLIC_URL: 'https://parts.example.com' }).ends();
  expectPlainWords(moved, 78);
  expect(moved.output).toContain(`Set PUBLIC_URL=${origin} again`);
});

test('an ordinary user starts it, and a database elsewhere leaves DATA_DIR without one', async () => {
  const own = start({}, ordinary);
  expect(await isReady(await own.serves())).toBe(true);
  await own.kill('SIGINT');

  const elsewhere = await emptyDatabase();
  const server = start({ ...bare, DATABASE_URL: elsewhere.url, DATA_DIR: join(folder, 'other') });
  expect(await isReady(await server.serves())).toBe(true);
  await server.kill('SIGTERM');
  await elsewhere.drop();
  expect(existsSync(join(folder, 'other/postgres'))).toBe(false);
});

test('a port in use is named before anything is made', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as { port: number };
  const end = await start({ PORT: String(port) }).ends();
  other.close();
  expectPlainWords(end, 69);
  expect(end.output).toMatch(new RegExp(`Port ${port} .* is taken[^]*PORT=`));
  expect(existsSync(dataDir)).toBe(false);
});

test('every bad variable is named', async () => {
  const end = await start({ PORT: 'x', DEMO: 'yes', DATABASE_URL: 'mysql://u:secret@h/d' }).ends();
  expectPlainWords(end, 78);
  for (const name of ['PORT', 'DEMO', 'DATABASE_URL']) expect(end.output).toContain(`${name}: found`);
  expect(end.output).not.toContain('secret');
});

test('a DATA_DIR made by an older PostgreSQL is left untouched', async () => {
  mkdirSync(join(dataDir, 'postgres'), { recursive: true });
  writeFileSync(join(dataDir, 'postgres/PG_VERSION'), '16\n');
  const end = await start().ends();
  expectPlainWords(end, 73);
  expect(end.output).toMatch(/made by PostgreSQL 16, this Truepart brings PostgreSQL 18\. Nothing was changed/);
  expect(readdirSync(join(dataDir, 'postgres'))).toEqual(['PG_VERSION']);
});

test('keys need a DATA_DIR too when the database is elsewhere', async () => {
  mkdirSync(dataDir, { mode: 0o500 });
  if (isRoot) chownSync(dataDir, NOBODY, NOBODY);
  const end = await start({ DATABASE_URL: 'postgresql://u@127.0.0.1:1/d' }, ordinary).ends();
  expectPlainWords(end, 73);
  expect(end.output).toMatch(/may not read or write DATA_DIR/);
});

test.each([
  { name: 'may not be written', mode: 0o500, says: /may not read or write DATA_DIR/ },
  { name: 'may not be entered', mode: 0o600, says: /may not enter .*data on the way to DATA_DIR/ },
])('a DATA_DIR that $name', async ({ mode, says }) => {
  mkdirSync(dataDir);
  if (isRoot) chownSync(dataDir, NOBODY, NOBODY);
  chmodSync(dataDir, mode);
  const end = await start({}, ordinary).ends();
  chmodSync(dataDir, 0o700);
  expectPlainWords(end, 73);
  expect(end.output).toMatch(says);
  expect(readdirSync(dataDir)).toEqual([]);
});

test.each([
  { name: 'is a file', at: '/etc/hosts', says: /is not a folder/ },
  {
    name: 'lies where no folder can be made',
    at: '/proc/truepart',
    says: /DATA_DIR cannot be created there|Permission denied|may not/,
  },
])('a DATA_DIR that $name', async ({ at, says }) => {
  const end = await start({ DATA_DIR: at }).ends();
  expectPlainWords(end, 73);
  expect(end.output).toMatch(says);
});
