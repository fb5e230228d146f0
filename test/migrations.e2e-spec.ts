import { Client } from 'pg';
import { CannotStart } from '../src/config/cannot-start.ts';
import { loadMigrations, migrate, revert } from '../src/database/migrate.ts';
import { emptyDatabase, type TestDatabase } from './support/database.ts';
import { schemaDump } from './support/schema-dump.ts';

let database: TestDatabase;
let client: Client;

beforeEach(async () => {
  database = await emptyDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
});
afterEach(async () => {
  await client.end();
  await database.drop();
});

test('all migrations up, all down, all up again: nothing is left behind and the schema is the same', async () => {
  const empty = await schemaDump(client);
  const upward = await migrate(database.url);
  expect(upward).toHaveLength((await loadMigrations()).length);
  const full = await schemaDump(client);
  expect(full.length).toBeGreaterThan(100);

  const downward: string[] = [];
  for (let name = await revert(database.url); name; name = await revert(database.url)) downward.push(name);
  expect(downward).toEqual(upward.toReversed());
  expect(await schemaDump(client)).toEqual(empty);

  expect(await migrate(database.url)).toEqual(upward);
  expect(await schemaDump(client)).toEqual(full);
});

test('two servers that start together migrate once', async () => {
  const [first, second] = await Promise.all([migrate(database.url), migrate(database.url)]);
  expect([first.length, second.length].sort((a, b) => a - b)).toEqual([0, (await loadMigrations()).length]);
});

test('a database of a newer Truepart is left alone', async () => {
  await migrate(database.url);
  await client.query(`INSERT INTO schema_migration (timestamp, name) VALUES (9, 'Later99991231000000')`);
  await expect(migrate(database.url)).rejects.toThrow(/newer Truepart: it has Later99991231000000/);
  await expect(migrate(database.url)).rejects.toBeInstanceOf(CannotStart);
});
