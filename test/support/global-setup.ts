import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { projectRoot } from '../../src/config/project-root.ts';
import { EmbeddedPostgres } from '../../src/database/embedded-postgres.ts';
import { migrate } from '../../src/database/migrate.ts';
import { isAlive, runningServer } from '../../src/database/postmaster-lock.ts';
import { findChromium, NO_CHROMIUM } from './chromium.ts';
import { TEST_SERVER, TEST_TEMPLATE, TEST_TROUBLE, urlOf } from './database.ts';

declare global {
  /** Ends what the setup began; jest runs setup and teardown in one process. */
  var endTestServer: (() => Promise<void>) | undefined;
}

const PREFIX = 'truepart-test-';

/**
 * One PostgreSQL for the whole run: the one at TEST_DATABASE_URL, or a private one in a temporary folder. When it cannot
 * be had, only the files that ask for a database fail: rules need none.
 */
export default async function globalSetup(): Promise<void> {
  if (findChromium() === undefined) process.stderr.write(`${NO_CHROMIUM}\n`);
  try {
    process.env[TEST_SERVER] = process.env['TEST_DATABASE_URL'] ?? (await startPrivate());
    process.env[TEST_TEMPLATE] = await migratedTemplate();
  } catch (error) {
    process.env[TEST_TROUBLE] = String(error);
  }
}

async function startPrivate(): Promise<string> {
  await removeAbandoned();
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  chmodSync(folder, 0o711);
  const server = await EmbeddedPostgres.start({
    dataDir: folder,
    connections: 100,
    isDurable: false,
    say: (level, line) => level !== 'info' && process.stderr.write(`${line}\n`),
  });
  globalThis.endTestServer = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return server.superuserUrl('postgres');
}

/** Named after the migrations' text, so a server that outlives the run never hands out an old schema. */
async function migratedTemplate(): Promise<string> {
  const folder = join(projectRoot, 'migrations');
  const hash = createHash('sha256');
  for (const file of readdirSync(folder).sort()) hash.update(readFileSync(join(folder, file)));
  const name = `truepart_template_${hash.digest('hex').slice(0, 12)}`;
  const client = new Client({ connectionString: process.env[TEST_SERVER] });
  await client.connect();
  try {
    const { rows } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rows.length > 0) return name;
    const half = `${name}_${process.pid}`;
    await client.query(`CREATE DATABASE ${half} TEMPLATE template0`);
    await migrate(urlOf(half));
    await client.query(`ALTER DATABASE ${half} RENAME TO ${name}`).catch(async () => {
      await client.query(`DROP DATABASE ${half}`);
    });
    return name;
  } finally {
    await client.end();
  }
}

/** A run that was killed could not clean up: its PostgreSQL and its folder go now. */
async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]);
    if (!pid || isAlive(pid)) continue;
    const folder = join(tmpdir(), name);
    const server = await runningServer(join(folder, 'postgres'));
    if (server) process.kill(server.pid, 'SIGQUIT');
    rmSync(folder, { recursive: true, force: true });
  }
}
