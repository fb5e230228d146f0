import { randomUUID } from 'node:crypto';
import { type Answer, answered, PART, type World } from './support/actors.ts';
import { DAY, DetectionStage, HOUR, MINUTE, serialOf } from './support/detection-stage.ts';

/** What no single step can show, found by passes that look again and again. */
let stage: DetectionStage;
let world: World;
beforeEach(async () => {
  stage = await DetectionStage.open();
  ({ world } = stage);
});
afterEach(() => world.close());

test('K09: a shipment that nobody receives is flagged once, also after a month of downtime', async () => {
  const codes = await world.warehouse.mints(PART.brakePads, 2);
  await world.warehouse.ships('WS-HZ-01', codes, { reference: 'DO-7' });
  await stage.detect();
  stage.wait(20 * DAY);
  await stage.detect();
  expect(await stage.flagsOf('K09')).toEqual([]);
  stage.wait(40 * DAY);
  await stage.detect();
  await stage.detectAgain();
  expect(await stage.flagsOf('K09')).toMatchObject([
    { level: 3, count: 1, workshop: 'WS-HZ-01', finding: { evidence: { days: 60, units: 2, reference: 'DO-7' } } },
  ]);
});

test('K09: a maker’s own patience counts, and a rule that is off says nothing', async () => {
  const policy = (body: Answer) => world.analyst.put('/api/policies/K09', body);
  answered(await policy({ isOn: true, thresholds: { noteDays: 1, warnDays: 2 } }));
  await world.warehouse.ships('WS-HZ-01', await world.warehouse.mints(PART.brakePads, 1));
  stage.wait(3 * DAY);
  await stage.detect();
  expect((await stage.flagsOf('K09')).length).toBe(1);
  answered(await policy({ isOn: false }));
  await world.warehouse.ships('WS-HZ-02', await world.warehouse.mints(PART.brakePads, 1));
  stage.wait(30 * DAY);
  await stage.detect();
  expect((await stage.flagsOf('K09')).length).toBe(1);
});

test('Q05: an old part that is the maker’s stays at the workshop; sent back in time it is no matter', async () => {
  const [kept, sent, ...fresh] = await world.stock(world.hz1, PART.battery, 4);
  const cars = [
    await stage.fit(world.hz1, kept!, {}, PART.battery),
    await stage.fit(world.hz1, sent!, {}, PART.battery),
  ];
  stage.wait(DAY);
  for (const [i, old] of [kept, sent].entries()) {
    const number = `RO-C${i}`;
    const { vin } = cars[i]!;
    const car = { vehicle: { vin, model: 'E300' }, openedAt: stage.now().toISOString() };
    await world.hz1.advisor.opens(number, [{ partNumber: PART.battery, payType: 'warranty', concern: '漏液' }], car);
    await world.hz1.advisor.approves(number, 1);
    const removedPart = { outcome: 'warranty_return', code: old };
    const again = { line: 1, code: fresh[i], vin, removedPart };
    answered(await world.hz1.technician.fits(number, again));
    // Told twice, it is one old part.
    await world.hz1.advisor.does(`/api/repair-orders/${number}/old-parts`, { line: 1, ...removedPart });
  }
  const shipment = await world.hz1.clerk.ships('WH-HZ', [sent!], { kind: 'return_old' });
  await world.warehouse.receives(shipment, [sent!]);
  stage.wait(61 * DAY);
  await stage.detect();
  const serial = serialOf(kept!);
  expect(await stage.flagsOf('Q05')).toMatchObject([
    { level: 3, workshop: 'WS-HZ-01', finding: { evidence: { serial } } },
  ]);
});

test('U04: a dispute without an answer is late, then the maker’s; one that is answered is neither', async () => {
  const dispute = async () => {
    const [code] = await world.stock(world.hz1, PART.brakePads, 1);
    const { number } = await stage.fit(world.hz1, code!);
    const lines = [{ line: 1, partNumber: PART.brakePads, category: 'original', quantity: 1, unitPrice: '428.00' }];
    const { token } = answered(await world.hz1.advisor.invoices(number, { number: `I-${number}`, lines }));
    const path = `/api/public/invoices/${String(token)}/answers`;
    const answer = { kind: 'dispute', line: 1, reason: 'old_part_not_shown' };
    return answered(await world.app.request.post(path).send(answer)).case as Answer;
  };
  const silent = await dispute();
  const prompt = await dispute();
  await world.hz1.advisor.does(`/api/cases/${String(prompt.number)}/entries`, { kind: 'answer', text: '已补发照片' });
  stage.wait(3 * DAY + HOUR);
  await stage.detect();
  expect(await stage.flagsOf('U04')).toMatchObject([{ level: 3, case: silent.number, status: 'open' }]);
  stage.wait(4 * DAY);
  await stage.detect();
  expect(await stage.flagsOf('U04')).toMatchObject([{ level: 4, count: 1, case: silent.number }]);
});

test('B09 and R18: a heap of labels at a desk; an honest day beside it is left alone, and the workshop is told nothing', async () => {
  const heap = await world.stock(world.hz1, PART.brakePads, 5);
  const honest = await world.stock(world.hz2, PART.brakePads, 5);
  for (const code of heap) {
    stage.wait(5_000);
    await stage.fit(world.hz1, code);
  }
  for (const code of honest) {
    stage.wait(40 * MINUTE);
    await stage.fit(world.hz2, code);
  }
  await stage.detect();
  await stage.detectAgain();
  for (const rule of ['B09', 'R18'])
    expect(await stage.flagsOf(rule)).toMatchObject([{ level: 3, count: 1, workshop: 'WS-HZ-01', unit: null }]);
  expect(await stage.flagsOf('B09', world.hz1.supervisor)).toEqual([]);
});

test('B09: told a day late and one by one, the day is judged as a whole', async () => {
  const heap = await world.stock(world.hz1, PART.brakePads, 4);
  const times = heap.map((_, i) => new Date(stage.now().getTime() + i * 5_000).toISOString());
  const orders = [];
  for (const _ of heap) orders.push(await stage.order(world.hz1));
  stage.wait(20 * HOUR);
  for (const i of [2, 0, 3, 1]) {
    const { number, vin } = orders[i]!;
    const fitting = { line: 1, code: heap[i], vin, fittedAt: times[i], removedPart: { outcome: 'waived' } };
    answered(await world.hz1.technician.fits(number, fitting));
    stage.wait(HOUR);
    await stage.detect();
  }
  expect(await stage.flagsOf('B09')).toMatchObject([{ count: 1, finding: { evidence: { orders: 4 } } }]);
});

/** Statistics need many orders. They are written as the steps would have written them. */
async function manyFittings(
  workshop: string,
  orders: number,
  withPump: number,
  undone = 0,
  prefix = 'S',
  technician: string | null = null,
): Promise<void> {
  await world.database.run(
    `WITH shop AS (SELECT id FROM organisation WHERE code = $1), made AS (
       INSERT INTO repair_order (id, workshop_id, number, version, status, vin, opened_at, pushed_at, pushed_hash)
       SELECT gen_random_uuid(), shop.id, $7 || '-' || n, 1, 'in_progress', 'LCHARE3K8AN9' || lpad(n::text, 5, '0'), $5, $5, ''
         FROM shop, generate_series(1, $2::int) AS n RETURNING id, number
     ), lines AS (
       INSERT INTO part_line (order_id, line, part_id, part_number, category, quantity, pay_type)
       SELECT m.id, 1, p.id, p.part_number, 'original', 1, 'customer'
         FROM made m JOIN part p ON p.part_number = CASE WHEN substr(m.number, 3)::int <= $3 THEN 'CH-16100-39545' ELSE $6 END
       RETURNING order_id, part_id
     )
     INSERT INTO fitting (id, order_id, line, part_id, quantity, vehicle_vin, technician_id, fitted_at, recorded_at,
                          undone_at, undo_reason)
     SELECT gen_random_uuid(), l.order_id, 1, l.part_id, 1, 'LCHARE3K8AN999999', coalesce($8::uuid, gen_random_uuid()), $5, $5,
            CASE WHEN row_number() OVER () <= $4 THEN $5::timestamptz END, CASE WHEN row_number() OVER () <= $4 THEN 'x' END
       FROM lines l`,
    [workshop, orders, withPump, undone, stage.now(), PART.oilFilter, prefix, technician],
  );
}

test('R17 and I04: far above the peers is told to the analyst, once a month', async () => {
  await world.database.run(
    `INSERT INTO organisation (id, kind, code, name_zh, name_en) VALUES (gen_random_uuid(), 'workshop', 'WS-ZZ', '店', 'Shop')`,
  );
  await manyFittings('WS-HZ-01', 60, 30);
  await manyFittings('WS-HZ-02', 80, 4);
  await manyFittings('WS-NB-01', 90, 3, 30);
  await manyFittings('WS-ZZ', 70, 2, 1);
  // A day is judged when its queues are in.
  stage.wait(DAY);
  await stage.detect();
  expect([...(await stage.flagsOf('R17')), ...(await stage.flagsOf('I04'))]).toEqual([]);
  stage.wait(3 * DAY);
  await stage.detect();
  expect(await stage.flagsOf('R17')).toMatchObject([
    {
      level: 3,
      count: 1,
      workshop: 'WS-HZ-01',
      partNumber: 'CH-16100-39545',
      finding: { evidence: { ownPercent: 50 } },
    },
  ]);
  expect(await stage.flagsOf('I04')).toMatchObject([{ level: 3, count: 1, workshop: 'WS-NB-01' }]);
  expect(await stage.flagsOf('R17', world.hz1.supervisor)).toEqual([]);
  stage.wait(2 * DAY);
  await stage.detect();
  expect(await stage.flagsOf('R17')).toMatchObject([{ count: 1 }]);
});

test('R17: one technician far above those of all workshops is told of apart, and without a name', async () => {
  const [busy, alone] = [randomUUID(), randomUUID()];
  await manyFittings('WS-HZ-01', 40, 20, 0, 'A', busy);
  await manyFittings('WS-HZ-01', 200, 8);
  await manyFittings('WS-HZ-02', 300, 12);
  await manyFittings('WS-NB-01', 300, 12);
  await world.database.run(
    `INSERT INTO organisation (id, kind, code, name_zh, name_en) VALUES (gen_random_uuid(), 'workshop', 'WS-ZZ', '店', 'Shop')`,
  );
  await manyFittings('WS-ZZ', 60, 30, 0, 'S', alone);
  stage.wait(4 * DAY);
  await stage.detect();
  const told = await stage.flagsOf('R17');
  expect(told).toHaveLength(2);
  expect(told).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        workshop: 'WS-HZ-01',
        finding: expect.objectContaining({
          evidence: expect.objectContaining({ isOneTechnician: true, times: 20, of: 40, ownPercent: 50 }),
        }),
      }),
      // Who works alone is the workshop.
      expect.objectContaining({
        workshop: 'WS-ZZ',
        finding: expect.objectContaining({ evidence: expect.objectContaining({ isOneTechnician: false }) }),
      }),
    ]),
  );
  expect(JSON.stringify(told)).not.toMatch(new RegExp(`${busy}|${alone}`));
  expect(await stage.flagsOf('R17', world.hz1.supervisor)).toEqual([]);
});

test('B04: one source that asks for a hundred real codes in a day is logged, and counts for nothing else', async () => {
  const codes = await world.warehouse.mints(PART.oilFilter, 100);
  stage.wait(2 * DAY);
  await world.database.run(
    `INSERT INTO scan (id, unit_id, gtin, serial, code, purpose, source_hash, scanned_at, recorded_at, outcome, verdict)
     SELECT gen_random_uuid(), u.id, u.gtin, u.serial, 'x', 'public', sha256('collector'), $1, $1, 'consistent', '{}'
       FROM unit u WHERE u.serial = ANY ($2::text[])`,
    [stage.now(), codes.map(serialOf)],
  );
  stage.wait(MINUTE);
  await stage.detect();
  expect(world.app.logged.join('')).toMatch(/B04 POISONING/);
  expect(answered(await world.analyst.get('/api/flags')).items).toEqual([]);
});

test('a flood of public checks: no verdict changes, no case opens; a crowd about one part is told to the analyst', async () => {
  const { database } = world;
  const [popular, quiet] = await world.stock(world.hz1, PART.brakePads, 2);
  const before = await world.hz1.technician.scans(popular!, 'check');
  // One source with a list, one that guesses, and forty different phones.
  await database.run(
    `INSERT INTO scan (id, unit_id, gtin, serial, code, purpose, source_hash, scanned_at, recorded_at, outcome, verdict)
     SELECT gen_random_uuid(), u.id, u.gtin, u.serial, 'x', 'public', sha256(convert_to(who, 'utf8')), $1::timestamptz, $1::timestamptz, 'consistent', '{}'::jsonb
       FROM unit u, (SELECT 'phone' || n AS who FROM generate_series(1, 40) n) w WHERE u.serial = $2
     UNION ALL
     SELECT gen_random_uuid(), NULL, NULL, lpad(n::text, 12, 'G'), 'x', 'public', sha256('guesser'), $1::timestamptz, $1::timestamptz, 'unknown', '{}'::jsonb
       FROM generate_series(1, 10000) n`,
    [stage.now(), serialOf(popular!)],
  );
  stage.wait(MINUTE);
  await stage.detect();
  const [flag] = await stage.flagsOf('B02');
  expect(flag).toMatchObject({ level: 3, unit: null, code: { serial: serialOf(popular!) }, case: null, count: 1 });
  expect(world.app.logged.join('')).toMatch(/B05 ENUMERATION: One source tried 10000 codes/);
  for (const code of [popular, quiet])
    expect(await world.hz1.technician.scans(code!, 'check')).toMatchObject({
      outcome: before.outcome,
      findings: code === popular ? [{ rule: 'B10' }] : [],
    });
  const cases = await database.rows('SELECT number FROM case_file');
  expect(cases).toEqual([]);
  // A technician’s slip is a slip, whatever strangers have guessed before.
  const typed = await world.hz1.technician.scans('GGGGGGGGGGG7', 'check', { entryMode: 'typed' });
  expect(typed).toMatchObject({ findings: [{ rule: 'C04', level: 3 }] });
});

test('I04: what began last week shows, though a season would hide it', async () => {
  for (const workshop of ['WS-HZ-01', 'WS-HZ-02', 'WS-NB-01']) await manyFittings(workshop, 150, 0, 3);
  await world.database.run(
    `INSERT INTO organisation (id, kind, code, name_zh, name_en) VALUES (gen_random_uuid(), 'workshop', 'WS-ZZ', '店', 'Shop')`,
  );
  await manyFittings('WS-ZZ', 150, 0, 3);
  stage.wait(31 * DAY);
  await manyFittings('WS-HZ-02', 50, 0, 1, 'T');
  await manyFittings('WS-NB-01', 50, 0, 0, 'T');
  await manyFittings('WS-ZZ', 50, 0, 0, 'T');
  await manyFittings('WS-HZ-01', 50, 0, 10, 'T');
  stage.wait(5 * DAY);
  await stage.detect();
  expect(await stage.flagsOf('I04')).toMatchObject([
    { workshop: 'WS-HZ-01', finding: { evidence: { days: 7, times: 10, of: 50 } } },
  ]);
});
