import { BackTestService } from '../src/back-test/back-test.service.ts';
import { READS } from '../src/back-test/what-rules-read.ts';
import { DetectionRunner } from '../src/detection/detection-runner.ts';
import { Database } from '../src/database/database.ts';
import type { RulePolicy } from '../src/flags/rule.ts';
import { RULES } from '../src/flags/rules.ts';
import type { OrganisationId } from '../src/kernel/identifiers.ts';
import { playCountry } from '../src/simulation/run.ts';
import { BEGINNING } from '../src/simulation/time.ts';
import { type RunningApp, startApp } from './support/app.ts';

const DAY = 86_400_000;

/** A country with every kind of fraud that it has room for: its whole past, judged by every rule. */
let app: RunningApp;
let backTest: BackTestService;
let makers: OrganisationId[];

beforeAll(async () => {
  const environment = { THROTTLE_REQUESTS: '10000000', THROTTLE_SIGN_INS: '1000000', LOG_LEVEL: 'error' };
  app = await startApp({ now: new Date(BEGINNING), environment });
  await playCountry(app, { seed: 3, days: 14, workshops: 3, fraud: 1, busy: 0.1 });
  backTest = app.app.get(BackTestService);
  const flagged = 'SELECT DISTINCT maker_id AS id FROM flag WHERE maker_id IS NOT NULL';
  const rows = await app.app.get(Database).rows<{ id: OrganisationId }>(flagged);
  makers = rows.map(({ id }) => id);
}, 180_000);
afterAll(() => app.close());

async function backTests(rule: string, policy: RulePolicy) {
  const tests = [];
  for (const makerId of makers) {
    const {
      scans: _,
      unjudged: __,
      ...told
    } = await backTest.run({ makerId, rule, policy, from: new Date(BEGINNING) });
    tests.push(told);
  }
  return tests;
}

/** How much each rule found at all: of what finds nothing, equality says nothing. */
const found: Record<string, number> = {};

test.each(RULES.scan.map(({ id, thresholds }) => ({ id, thresholds })))(
  '$id: what is not looked at would have changed nothing',
  async ({ id, thresholds }) => {
    const reads = READS as Record<string, unknown>;
    const zero = Object.fromEntries(Object.keys(thresholds).map((name) => [name, 0]));
    const policies: readonly RulePolicy[] = [{ level: 5 }, { level: 5, thresholds: zero }];
    for (const policy of Object.keys(zero).length > 0 ? policies : policies.slice(0, 1)) {
      const quick = await backTests(id, policy);
      found[id] = (found[id] ?? 0) + quick.reduce((sum, { after }) => sum + after.flags, 0);
      const written = reads[id];
      delete reads[id];
      const slow = await backTests(id, policy);
      reads[id] = written;
      expect(quick).toEqual(slow);
    }
  },
);

/** Flags that really came up. */
const told: Record<string, number> = {};

test('what rules said at the scan, they say of the past as well', async () => {
  // What a refused fitting said is kept without its scan; of a queue, counters and the earlier content of an id are not kept.
  const atFittings = RULES.fitting.map(({ id }) => id);
  const rules = RULES.scan.filter(({ id }) => id !== 'B06' && !atFittings.includes(id));
  for (const { id } of rules)
    for (const { rule, before, reproduced } of await backTests(id, {}))
      expect({ rule, reproduced }).toEqual({ rule, reproduced: before.flags });
});

describe('what passes in the background said, they say of the past as well', () => {
  /** So that a fortnight in three workshops is enough for each. */
  const STRICT: Readonly<Record<string, Record<string, number>>> = {
    R17: { timesPeers: 1, leastCases: 3, leastChances: 5, leastPeers: 1, score: 0.5 },
    I04: { timesPeers: 1, leastCases: 3, leastChances: 5, leastPeers: 1, score: 0.5 },
    B09: { orders: 2, withinSeconds: 3600 },
    R18: { leastMinutes: 60, timesADay: 1 },
    K09: { noteDays: 1, warnDays: 2 },
    Q05: { noteDays: 1, warnDays: 2 },
    U04: { escalateDays: 2 },
  };

  beforeAll(async () => {
    const database = app.app.get(Database);
    await database.run(
      `INSERT INTO rule_policy (maker_id, rule, is_on, thresholds, changed_by, changed_at)
       SELECT m, r.key, true, r.value, gen_random_uuid(), $3
         FROM unnest($1::uuid[]) m, jsonb_each($2::jsonb) r`,
      [makers, JSON.stringify(STRICT), app.clock.now()],
    );
    app.clock.advance(20 * DAY);
    await database.run('UPDATE detection_pass SET done_until = $1, due_at = $1', [new Date(BEGINNING)]);
    await app.app.get(DetectionRunner).runDue();
  }, 60_000);

  test.each(Object.entries(STRICT))('%s', async (id, thresholds) => {
    for (const { rule, before, reproduced, lost } of await backTests(id, { thresholds })) {
      expect({ rule, reproduced }).toEqual({ rule, reproduced: before.flags });
      expect(lost).toMatchObject({ confirmed: 0, dismissed: 0, unknown: 0 });
      told[id] = (told[id] ?? 0) + before.flags;
    }
  });
});

test.each(['Q04', 'R15', 'R16', 'R19', 'R21', 'R23'])(
  'what %s said at the step, it says of the past as well',
  async (id) => {
    for (const { rule, before, reproduced } of await backTests(id, {})) {
      expect({ rule, reproduced }).toEqual({ rule, reproduced: before.flags });
      told[id] = (told[id] ?? 0) + before.flags;
    }
  },
);

test('and most of these had something to say', () =>
  expect(
    Object.keys(told)
      .filter((id) => told[id]! > 0)
      .sort(),
  ).toEqual(['B09', 'I04', 'Q04', 'R15', 'R16', 'R17', 'R18', 'R19', 'R21', 'U04']));

test('and most rules had something to say', () =>
  expect(Object.values(found).filter((flags) => flags > 0).length).toBeGreaterThan(20));
