import { PART, type World } from './support/actors.ts';
import { DAY, DetectionStage, MINUTE, mistyped, serialOf } from './support/detection-stage.ts';

/** Passes that go past each other, are killed, and come back after weeks: nothing is found twice, and nothing is missed. */
let stage: DetectionStage;
let world: World;
beforeEach(async () => {
  stage = await DetectionStage.open();
  ({ world } = stage);
});
afterEach(() => world.close());

test('a pass that another server is busy with is gone past, not waited for', async () => {
  await world.warehouse.ships('WS-HZ-01', await world.warehouse.mints(PART.brakePads, 1));
  stage.wait(31 * DAY);
  await world.database.transaction(async (tx) => {
    await tx.rows(`SELECT name FROM detection_pass WHERE name = 'transit' FOR UPDATE`);
    await stage.detect();
    expect(await stage.flagsOf('K09')).toEqual([]);
  });
  await stage.detect();
  expect(await stage.flagsOf('K09')).toMatchObject([{ count: 1 }]);
});

test('passes that do not come to an end are seen from outside', async () => {
  const late = async () =>
    /truepart_queue_size\{queue="detection"\} (\d+)/.exec((await world.app.request.get('/metrics')).text)?.[1];
  expect(await late()).toBe('0');
  stage.wait(11 * MINUTE);
  expect(Number(await late())).toBeGreaterThan(0);
  await stage.detect();
  expect(await late()).toBe('0');
});

test('a pass that is killed in the middle of a step goes on where the last one ended, and finds nothing twice', async () => {
  const { database } = world;
  const counted = async () =>
    (await database.first<{ flags: number; sources: number }>(
      `SELECT count(*)::int AS flags, sum(count)::int AS sources FROM flag WHERE rule = 'K09' AND status = 'open'`,
    ))!;
  // More than a step looks at, written as the steps would have written them.
  await database.run(
    `INSERT INTO shipment (id, from_id, to_id, kind, status, created_by, created_at)
     SELECT gen_random_uuid(), w.id, s.id, 'supply', 'in_transit', w.id, $1::timestamptz + make_interval(secs => n)
       FROM organisation w, organisation s, generate_series(1, 520) AS n WHERE w.code = 'WH-HZ' AND s.code = 'WS-HZ-01'`,
    [stage.now()],
  );
  stage.wait(31 * DAY);
  const cutOff = Symbol('cut off');
  let looking: Promise<void> | undefined;
  const inTheWay = database.transaction(async (tx) => {
    // The last of them is being written by somebody who never ends: whoever looks waits here, and is killed waiting.
    await tx.run(
      `WITH last AS (SELECT id FROM shipment ORDER BY created_at DESC LIMIT 1), flagged AS (
         INSERT INTO flag (id, rule, level, status, subject, finding, first_at, last_at)
         VALUES (gen_random_uuid(), 'K09', 3, 'dismissed', '', '{}', now(), now()) RETURNING id)
       INSERT INTO flag_source (rule, subject, source, flag_id, level, finding, at)
       SELECT 'K09', 'shipment:' || last.id, last.id::text, flagged.id, 3, '{}', now() FROM last, flagged`,
    );
    looking = stage.detect();
    await world.until(async () => {
      const killed = await database.run(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%INTO flag_source%'`,
      );
      return killed > 0;
    });
    expect(await counted()).toEqual({ flags: 500, sources: 500 });
    throw cutOff;
  });
  await expect(inTheWay).rejects.toBe(cutOff);
  await looking;
  await stage.detectAgain();
  expect(await counted()).toEqual({ flags: 520, sources: 520 });
});

test('a server that was down for two weeks catches up: what came meanwhile is judged as of its own day', async () => {
  await stage.detect();
  const heap = await world.stock(world.hz1, PART.brakePads, 4);
  for (const code of heap) {
    stage.wait(5_000);
    await stage.fit(world.hz1, code);
  }
  const [popular, typed] = await world.stock(world.hz1, PART.brakePads, 2);
  await world.database.run(
    `INSERT INTO scan (id, unit_id, gtin, serial, code, purpose, source_hash, scanned_at, recorded_at, outcome, verdict)
     SELECT gen_random_uuid(), u.id, u.gtin, u.serial, 'x', 'public', sha256(convert_to('phone' || n, 'utf8')), $1, $1, 'consistent', '{}'
       FROM unit u, generate_series(1, 40) n WHERE u.serial = $2`,
    [stage.now(), serialOf(popular!)],
  );
  await world.hz1.technician.scans(mistyped(typed!), 'check', { entryMode: 'typed' });
  stage.wait(MINUTE);
  await world.hz1.technician.scans(typed!, 'check');
  await world.warehouse.ships('WS-HZ-01', await world.warehouse.mints(PART.brakePads, 1));
  const day = stage.now().toISOString().slice(0, 10);
  stage.wait(14 * DAY);
  // What was flagged meanwhile is what somebody found at a step.
  expect(await stage.flagsOf('B09')).toEqual([]);
  await stage.detect();
  expect(await stage.flagsOf('B09')).toMatchObject([{ count: 1, firstAt: expect.stringContaining(day) }]);
  expect(await stage.flagsOf('R18')).toMatchObject([{ count: 1 }]);
  expect(await stage.flagsOf('B02')).toMatchObject([{ count: 1 }]);
  expect(await stage.flagsOf('C04')).toMatchObject([{ status: 'prevented' }]);
  const passes = await world.database.rows('SELECT name FROM detection_pass WHERE finished_at < $1', [stage.now()]);
  expect(passes).toEqual([]);
});
