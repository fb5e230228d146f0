import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** A database of its own for one test file: migrated, empty, gone afterwards. */
export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** Names what the global setup made; the workers inherit it. */
export const TEST_SERVER = 'TRUEPART_TEST_SERVER';
export const TEST_TEMPLATE = 'TRUEPART_TEST_TEMPLATE';
export const TEST_TROUBLE = 'TRUEPART_TEST_TROUBLE';

/** Call in `beforeAll`; `drop` in `afterAll`, after the application was closed. */
export async function testDatabase(): Promise<TestDatabase> {
  const trouble = process.env[TEST_TROUBLE];
  if (trouble !== undefined) throw new Error(`There is no test database: ${trouble}`);
  return cloneOf(process.env[TEST_TEMPLATE] ?? '');
}

/** A database with nothing in it, for tests of the migrations themselves. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return cloneOf('template0');
}

async function cloneOf(template: string): Promise<TestDatabase> {
  const name = `truepart_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await onServer((client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${client.escapeIdentifier(template)}`));
  return {
    url: urlOf(name),
    drop: () => onServer((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
  };
}

export function urlOf(database: string): string {
  const url = new URL(process.env[TEST_SERVER] ?? '');
  url.pathname = `/${database}`;
  return url.href;
}

async function onServer(work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: process.env[TEST_SERVER] });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
