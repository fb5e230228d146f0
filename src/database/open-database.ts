import { Client, DatabaseError } from 'pg';
import { CannotStart, EXIT } from '../config/cannot-start.ts';
import type { Config } from '../config/config.ts';
import { withoutPassword } from '../config/variables.ts';
import { makeOwnDataDir } from './data-dir.ts';
import { EmbeddedPostgres } from './embedded-postgres.ts';
import { migrate } from './migrate.ts';
import type { Say } from './say.ts';

/** A database that answers, and how to let go of it once nobody uses it any more. */
export interface OpenDatabase {
  readonly url: string;
  close(): Promise<void>;
}

const OLDEST_MAJOR = 15;
const WRONG_PASSWORD = /^28/;
const NO_SUCH_DATABASE = '3D000';

/**
 * The database at `config.databaseUrl`, or a private one in `config.dataDir`, brought to the newest schema.
 * @throws CannotStart in plain words.
 */
export async function openDatabase(config: Config, say: Say): Promise<OpenDatabase> {
  const database = await reachDatabase(config, say);
  try {
    const migrations = await migrate(database.url);
    if (migrations.length > 0) say('info', `The database was brought up to date: ${migrations.join(', ')}.`);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** For a command beside the server: the database that a server uses now, where one runs. @throws CannotStart */
export async function joinDatabase(config: Config, say: Say): Promise<OpenDatabase> {
  if (config.databaseUrl !== undefined) return reachDatabase(config, say);
  const url = await EmbeddedPostgres.urlInUse({ dataDir: config.dataDir, connections: 0, say });
  return url === undefined ? reachDatabase(config, say) : { url, close: async () => undefined };
}

/** The same as `openDatabase`, with its schema as it is. */
export async function reachDatabase(config: Config, say: Say): Promise<OpenDatabase> {
  const { databaseUrl, dataDir, databasePoolSize } = config;
  if (databaseUrl !== undefined) {
    await makeOwnDataDir(dataDir, say);
    await checkServer(databaseUrl);
    return { url: databaseUrl, close: async () => undefined };
  }
  const server = await EmbeddedPostgres.start({ dataDir, connections: databasePoolSize, say });
  return { url: server.url, close: () => server.stop() };
}

async function checkServer(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(`SELECT current_setting('server_version_num') AS version`);
    const major = Math.floor(Number(rows[0]?.version) / 10_000);
    if (major < OLDEST_MAJOR) throw tooOld(url, major);
  } catch (error) {
    if (error instanceof CannotStart) throw error;
    throw unreachable(url, error as NodeJS.ErrnoException);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function tooOld(url: string, major: number): CannotStart {
  return new CannotStart(
    `The database at DATABASE_URL (${withoutPassword(url)}) is PostgreSQL ${major}.`,
    `Truepart needs PostgreSQL ${OLDEST_MAJOR} or newer. Without DATABASE_URL it brings its own.`,
    EXIT.badConfiguration,
  );
}

function unreachable(url: string, error: NodeJS.ErrnoException): CannotStart {
  const said = error.message || (error.code ?? 'no answer');
  return new CannotStart(
    `The database at DATABASE_URL (${withoutPassword(url)}) cannot be used: ${said}`,
    remedyFor(error),
    error instanceof DatabaseError ? EXIT.badConfiguration : EXIT.unavailable,
  );
}

function remedyFor(error: NodeJS.ErrnoException): string {
  if (!(error instanceof DatabaseError)) return 'See that PostgreSQL runs there and that host and port are right.';
  if (WRONG_PASSWORD.test(error.code ?? '')) return 'Check user and password in DATABASE_URL.';
  if (error.code === NO_SUCH_DATABASE) return 'Create the database first: createdb <name>';
  return 'Mend what PostgreSQL says, then start again.';
}
