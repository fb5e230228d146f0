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

test('a price that is announced outlives the way down and up, and no part loses its price', async () => {
  await migrate(database.url);
  await client.query(`
    WITH maker AS (INSERT INTO organisation (id, kind, code, name_zh, name_en, gs1_prefix)
                   VALUES (gen_random_uuid(), 'maker', 'CH', '厂', 'Maker', '9521234') RETURNING id),
         made AS (INSERT INTO part (id, maker_id, part_number, name_zh, name_en, class, tracking, gtin)
                  SELECT gen_random_uuid(), id, 'CH-1', '件', 'Part', 'wear', 'lot', '09521234100003' FROM maker RETURNING id)
    INSERT INTO part_price (part_id, valid_from, list_price, currency)
    SELECT id, day::date, price::numeric, 'CNY' FROM made, (VALUES ('2026-01-01', 42), ('2999-01-01', 48)) AS p(day, price)`);
  const prices = async (): Promise<unknown> =>
    (await client.query(`SELECT valid_from::text, list_price, currency FROM part_price ORDER BY part_id, valid_from`))
      .rows;
  const before = await prices();

  while ((await revert(database.url)) !== 'AnnouncedPrices20261123062000');
  expect((await client.query('SELECT list_price, currency FROM part')).rows).toEqual([
    { list_price: '42.00', currency: 'CNY' },
  ]);
  await migrate(database.url);
  expect(await prices()).toEqual(before);

  while ((await revert(database.url)) !== 'AnnouncedPrices20261123062000');
  await client.query('DELETE FROM part_price');
  await migrate(database.url);
  expect((await client.query('SELECT list_price, valid_from = current_date AS "isNew" FROM part_price')).rows).toEqual([
    { list_price: '42.00', isNew: true },
  ]);
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
