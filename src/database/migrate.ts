import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { CannotStart } from '../config/cannot-start.ts';
import { connectionOptions } from './connection.ts';

type MigrationClass = new () => MigrationInterface;

/** Two servers that start together take turns; the second one finds everything done. */
const MIGRATING = 7_387_826;

/** All migrations in order of their dates, `.ts` under jest and `.js` when built. */
export async function loadMigrations(): Promise<MigrationClass[]> {
  const names = await readdir(join(import.meta.dirname, '../../migrations'));
  const files = names.filter((name) => /^\d{14}-.*(?<!\.d)\.[jt]s$/.test(name)).sort((a, b) => a.localeCompare(b));
  const classes: MigrationClass[] = [];
  for (const file of files) {
    const exported = (await import(`../../migrations/${file}`)) as Record<string, unknown>;
    classes.push(...(Object.values(exported).filter((value) => typeof value === 'function') as MigrationClass[]));
  }
  return classes;
}

/**
 * Brings the database at `url` to the newest schema.
 * @returns names of the migrations that were run.
 * @throws CannotStart when a newer Truepart has been here.
 */
export async function migrate(url: string): Promise<string[]> {
  return alone(url, async (dataSource) => {
    await refuseNewer(dataSource);
    const done = await dataSource.runMigrations({ transaction: 'each' });
    return done.map(({ name }) => name);
  });
}

/** Takes back the newest migration. @returns its name, or nothing when none is left. */
export async function revert(url: string): Promise<string | undefined> {
  return alone(url, async (dataSource) => {
    const [newest] = await executed(dataSource);
    if (newest !== undefined) await dataSource.undoLastMigration({ transaction: 'each' });
    return newest;
  });
}

/** What has been run, oldest first, and what has not. */
export async function migrationState(url: string): Promise<{ done: string[]; pending: string[] }> {
  return alone(url, async (dataSource) => {
    const done = (await executed(dataSource)).toReversed();
    return { done, pending: namesOf(dataSource).filter((name) => !done.includes(name)) };
  });
}

async function alone<Result>(url: string, work: (dataSource: DataSource) => Promise<Result>): Promise<Result> {
  const turn = new Client({ connectionString: url, application_name: 'truepart migration' });
  turn.on('error', () => undefined);
  await turn.connect();
  try {
    await turn.query('SELECT pg_advisory_lock($1)', [MIGRATING]);
    const options = connectionOptions(url, 2);
    const dataSource = new DataSource({
      ...options,
      extra: { ...options.extra, statement_timeout: 0 },
      migrations: await loadMigrations(),
    });
    await dataSource.initialize();
    try {
      return await work(dataSource);
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await turn.end();
  }
}

function namesOf(dataSource: DataSource): string[] {
  return dataSource.migrations.map((migration) => migration.name ?? migration.constructor.name);
}

/** Names, newest first. */
async function executed(dataSource: DataSource): Promise<string[]> {
  const [table] = await dataSource.query<{ there: boolean }[]>(
    `SELECT to_regclass('schema_migration') IS NOT NULL AS there`,
  );
  if (!table?.there) return [];
  const rows = await dataSource.query<{ name: string }[]>('SELECT name FROM schema_migration ORDER BY id DESC');
  return rows.map(({ name }) => name);
}

/** An older server on a newer schema would write rows that the newer one no longer understands. */
async function refuseNewer(dataSource: DataSource): Promise<void> {
  const known = new Set(namesOf(dataSource));
  const unknown = (await executed(dataSource)).filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new CannotStart(
    `The database was last used by a newer Truepart: it has ${unknown.join(', ')}, which this one does not know.`,
    'Start the newer Truepart, or restore a backup from before the update (docs/operations.md, "Updates").',
  );
}
