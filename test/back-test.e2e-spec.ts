import { changesBetween, snapshotOf } from './isolation/snapshot.ts';
import { type Answer, answered, PART, World } from './support/actors.ts';

const HOUR = 3_600_000;
let world: World;

beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world.close());

const backTest = async (rule: string, wish: Answer): Promise<Answer> =>
  answered(await world.analyst.post(`/api/policies/${rule}/back-test`, wish));

/** A public check of a unit that is still in the warehouse, so many hours after its label was made. */
async function checkedAtHome(hours: number): Promise<void> {
  const [code] = await world.warehouse.mints(PART.oilFilter, 1);
  world.app.clock.advance(hours * HOUR);
  answered(await world.app.request.post('/api/public/checks').send({ code }));
}

async function resolveNewest(rule: string, outcome: 'confirmed' | 'dismissed'): Promise<void> {
  const { items } = answered(await world.analyst.get(`/api/flags?rule=${rule}&status=open&limit=1`)) as {
    items: Answer[];
  };
  const resolution = { outcome, cause: outcome === 'confirmed' ? 'theft' : 'human_error', note: 'looked at it' };
  await world.analyst.does(`/api/flags/${String(items[0]!.id)}/resolution`, resolution);
}

test('the policy in force finds what was found', async () => {
  await checkedAtHome(30);
  await resolveNewest('B03', 'dismissed');
  await checkedAtHome(60);
  await resolveNewest('B03', 'confirmed');
  await checkedAtHome(2);
  expect(await backTest('B03', { isOn: true })).toMatchObject({
    scans: 3,
    before: { flags: 2, confirmed: 1, dismissed: 1, falseAlertRate: 0.5 },
    after: { flags: 2, byLevel: { 3: 2 } },
    reproduced: 2,
    added: 0,
    isComplete: true,
  });
});

test('another threshold spares and misses, adds, and changes nothing', async () => {
  const before = await snapshotOf(world.database);
  expect(await backTest('B03', { isOn: true, thresholds: { quietHours: 48 } })).toMatchObject({
    kept: { confirmed: 1, dismissed: 0, falseAlertRate: 0 },
    lost: { confirmed: 0, dismissed: 1 },
    added: 0,
    reproduced: 2,
  });
  expect(await backTest('B03', { isOn: true, thresholds: { quietHours: 1 } })).toMatchObject({
    kept: { confirmed: 1, dismissed: 1 },
    added: 1,
    flags: [
      { change: 'new', flag: null, level: 3, facts: { partNumber: PART.oilFilter } },
      { change: 'kept', outcome: 'dismissed' },
      { change: 'kept', outcome: 'confirmed' },
    ],
  });
  expect(await backTest('B03', { isOn: false })).toMatchObject({
    after: { flags: 0 },
    lost: { confirmed: 1, dismissed: 1 },
  });
  expect(changesBetween(before, await snapshotOf(world.database))).toEqual({ gone: [], come: [] });
});

test.each([
  { rule: 'R08', wish: { isOn: true }, status: 409, code: 'BACK_TEST_NOT_POSSIBLE' },
  { rule: 'B04', wish: { isOn: true }, status: 409, code: 'BACK_TEST_NOT_POSSIBLE' },
  { rule: 'Z99', wish: { isOn: true }, status: 404, code: 'RULE_NOT_FOUND' },
  { rule: 'B03', wish: { isOn: true, thresholds: { quiet: 1 } }, status: 400, code: 'INVALID_INPUT' },
])('$rule: $code', async ({ rule, wish, status, code }) =>
  expect(await world.analyst.post(`/api/policies/${rule}/back-test`, wish)).toMatchObject({ status, body: { code } }),
);

test('a policy beyond what is looked up is refused, and not kept without effect', async () => {
  const wish = { isOn: true, thresholds: { withinMinutes: 30 } };
  const refused = { status: 400, body: { code: 'INVALID_INPUT', errors: [{ path: 'thresholds.withinMinutes' }] } };
  expect(await world.analyst.put('/api/policies/B10', wish)).toMatchObject(refused);
  expect(await world.analyst.post('/api/policies/B10/back-test', wish)).toMatchObject(refused);
});

test('another maker tests on its own parts', async () => {
  await world.database.run(
    `INSERT INTO organisation (id, kind, code, name_zh, name_en) VALUES (gen_random_uuid(), 'maker', 'XX', '别家', 'Other')`,
  );
  const other = await world.machine('XX', 'analyst');
  const answer = answered(
    await other.post('/api/policies/B03/back-test', { isOn: true, thresholds: { quietHours: 1 } }),
  );
  expect(answer).toMatchObject({ scans: 0, before: { flags: 0 }, after: { flags: 0 } });
});
