import { randomUUID } from 'node:crypto';
import { type Answer, answered, PART, type Person, World } from './support/actors.ts';
import { insertLongHistory } from './support/long-history.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let world: World;

beforeAll(async () => {
  world = await World.start();
  await world.database.run(
    `INSERT INTO organisation (id, kind, code, name_zh, name_en) VALUES (gen_random_uuid(), 'maker', 'XX', '别家', 'Other')`,
  );
});
afterAll(() => world.close());

/** A flag of rule C08, and what the analyst found out about it. */
async function flag(resolution?: { outcome: 'confirmed' | 'dismissed'; cause: string }): Promise<void> {
  const [code] = await world.stock(world.hz1, PART.brakePads, 1);
  await world.hz1.technician.scans(code!, 'check', { partNumberSeen: PART.oilFilter });
  if (!resolution) return;
  const { items } = answered(await world.analyst.get('/api/flags?rule=C08&status=open&limit=1')) as { items: Answer[] };
  await world.analyst.does(`/api/flags/${String(items[0]!.id)}/resolution`, { ...resolution, note: 'looked at it' });
}

async function invoice(order: string): Promise<string> {
  const { hz1 } = world;
  const [code] = await world.stock(hz1, PART.brakePads, 1);
  await hz1.advisor.opens(order, [{ partNumber: PART.brakePads, unitPrice: '428.00' }]);
  await hz1.advisor.approves(order, 1);
  const fitting = { line: 1, code, position: `spot ${order}`, removedPart: { outcome: 'waived' } };
  answered(await hz1.technician.fits(order, { vin: 'LCHARE3K8AN100200', ...fitting }));
  const line = { line: 1, partNumber: PART.brakePads, category: 'original', quantity: 1, unitPrice: '428.00' };
  const sent = { number: `I-${order}`, odometerOut: 31_010, lines: [line] };
  return String(answered(await hz1.supervisor.invoices(order, sent)).token);
}

async function dispute(token: string): Promise<string> {
  const answer = { kind: 'dispute', line: 1, reason: 'price' };
  const { body } = await world.app.request.post(`/api/public/invoices/${token}/answers`).send(answer);
  return (body as { case: { number: string } }).case.number;
}

const scorecard = async (by: Person, query = ''): Promise<Answer> => answered(await by.get(`/api/scorecard${query}`));
const ofEverybody = async (): Promise<Answer> => answered(await world.app.request.get('/api/public/scorecard'));

test('the rate of false alerts is what was dismissed of what was resolved, with the causes', async () => {
  for (let n = 0; n < 3; n++) await flag({ outcome: 'confirmed', cause: 'counterfeit' });
  await flag({ outcome: 'dismissed', cause: 'human_error' });
  await flag();
  expect((await scorecard(world.analyst)).rules).toEqual([
    {
      rule: 'C08',
      name: 'LABEL_PART_MISMATCH',
      open: 1,
      confirmed: 3,
      dismissed: 1,
      falseAlertRate: 0.25,
      dismissedBecause: [{ cause: 'human_error', flags: 1 }],
    },
  ]);
});

test('another maker’s figures are its own', async () => {
  const other = await world.machine('XX', 'analyst');
  expect(await scorecard(other)).toMatchObject({ rules: [], disputes: { raised: 0, medianHours: null } });
});

test('how long owners wait for an answer, and what they make of it', async () => {
  const [quick, slow, never] = [await invoice('RO-1'), await invoice('RO-2'), await invoice('RO-3')];
  const cases = [await dispute(quick), await dispute(slow), await dispute(never)];
  const answers = (number: string) =>
    world.hz1.advisor.does(`/api/cases/${number}/entries`, { kind: 'answer', text: 'this is why' });
  world.app.clock.advance(2 * HOUR);
  await answers(cases[0]!);
  await world.app.request.post(`/api/public/invoices/${quick}/cases/${cases[0]}/reply`).send({ isAccepted: true });
  world.app.clock.advance(4 * DAY - 2 * HOUR);
  await answers(cases[1]!);
  expect((await scorecard(world.analyst)).disputes).toEqual({
    raised: 3,
    answered: 2,
    answeredInTime: 1,
    inTimeRate: 0.5,
    accepted: 1,
    declined: 0,
    escalated: 0,
    medianHours: 49,
    p90Hours: expect.closeTo(2 + 0.9 * 94, 6),
  });
});

test('labels that could not be read, by scanner and by way of reading', async () => {
  const [code] = await world.stock(world.hz1, PART.oilFilter, 1);
  const good = { device: 'counter-1', entryMode: 'wedge' };
  for (let n = 0; n < 3; n++) {
    await world.hz1.clerk.scans(code!, 'check', good);
    world.app.clock.advance(HOUR);
  }
  await world.hz1.clerk.scans('??? not a label ???', 'check', good);
  await world.hz1.clerk.scans('HTTP;//', 'check', { device: 'phone-7', entryMode: 'camera' });
  await world.hz2.clerk.scans('???', 'check', { device: 'theirs', entryMode: 'wedge' });
  const scanners = answered(await world.hz1.supervisor.get('/api/scorecard/scanners'));
  expect(scanners.items).toEqual([
    { organisation: 'WS-HZ-01', device: 'phone-7', scans: 1, unread: 1, unreadRate: 1 },
    { organisation: 'WS-HZ-01', device: 'counter-1', scans: 4, unread: 1, unreadRate: 0.25 },
  ]);
  const { reads } = await scorecard(world.analyst);
  expect(reads).toEqual(
    expect.arrayContaining([
      { entryMode: 'camera', scans: 1, unread: 1, unreadRate: 1 },
      { entryMode: 'wedge', scans: 5, unread: 2, unreadRate: 0.4 },
    ]),
  );
});

test('how long a verdict takes', async () => {
  const { verdictLatency } = (await scorecard(world.analyst)) as { verdictLatency: Record<string, number> };
  expect(verdictLatency.scans).toBeGreaterThan(5);
  expect(verdictLatency.medianSeconds).toBeGreaterThan(0);
  expect(verdictLatency.p95Seconds).toBeGreaterThanOrEqual(verdictLatency.medianSeconds!);
});

test('a phone counts that waits, and a queue does not', async () => {
  const waited = async () => ((await scorecard(world.analyst)).verdictLatency as { scans: number }).scans;
  const before = await waited();
  const [code] = await world.stock(world.hz1, PART.brakePads, 1);
  const made = (minutesAgo: number, counter: number) => {
    const scannedAt = new Date(world.app.clock.now().getTime() - minutesAgo * 60_000).toISOString();
    return { id: randomUUID(), code, purpose: 'check', scannedAt, device: 'phone-9', counter };
  };
  const send = async (...scans: object[]) => answered(await world.hz1.technician.post('/api/scans/bulk', { scans }));
  await send(made(0, 1));
  expect(await waited()).toBe(before + 1);
  await send(made(30, 2));
  await send(made(1, 3), made(0, 4));
  expect(await waited()).toBe(before + 1);
});

test('only what is within the period counts', async () => {
  world.app.clock.advance(10 * DAY);
  expect(await scorecard(world.analyst, '?days=9')).toMatchObject({ disputes: { raised: 0 }, reads: [] });
  expect((await world.analyst.get('/api/scorecard?days=0')).status).toBe(400);
});

test('the public reads no name, and no rule that was hardly ever resolved', async () => {
  const before = await ofEverybody();
  expect(before.rules).toEqual([]);
  for (let n = 0; n < 6; n++) await flag({ outcome: 'dismissed', cause: 'human_error' });
  expect(await ofEverybody()).toEqual(before);
  world.app.clock.advance(10 * 60_000);
  const after = await ofEverybody();
  expect(after.rules).toEqual([{ rule: 'C08', name: 'LABEL_PART_MISMATCH', resolved: 10, falseAlertRate: 0.7 }]);
  expect(JSON.stringify(after)).not.toMatch(/WS-HZ|counter-1|phone-7|CH-/);
});

describe('pages', () => {
  const pageOf = async (path: string, credential?: string): Promise<string> => {
    const asked = world.app.request.get(path).set('Accept', 'text/html').set('Accept-Language', 'en');
    const page = await (credential === undefined ? asked : asked.set('Authorization', credential));
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/<script/);
    return page.text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
  };

  test('with little behind it, the public page says so instead of giving figures', async () => {
    world.app.clock.advance(100 * DAY);
    const page = await pageOf('/scorecard');
    expect(page).toContain('No rule has had 10 flags resolved yet');
    expect(page).toContain('There are too few to publish');
    expect(page).toContain('Satisfaction too few');
  });

  test('with much behind it, rules are told with how much each is to be believed, and nobody is named', async () => {
    await insertLongHistory(world.database, world.app.clock.now());
    world.app.clock.advance(10 * 60_000);
    const page = await pageOf('/scorecard');
    expect(page).toContain('K03 No receipt at this site 14 23 60.9% 40.8% to 77.8%');
    expect(page).toContain('Handheld scanner 6 640 0.9%');
    // Five flags of rule B01 are five cases, and forty photos those of three houses.
    expect(page).not.toContain('B01');
    expect(page).not.toContain('Photo');
    expect(page).not.toMatch(/WS-|WH-|wedge-0|Xihu/);
    const { disputes } = await ofEverybody();
    expect(disputes).toMatchObject({ raised: 18, answered: 18, answeredInTime: 12 });
  });

  test('the maker’s page tells causes and its own scanners, and other makers theirs alone', async () => {
    const page = await pageOf('/desk/scorecard?days=30', world.analyst.credential);
    for (const words of [
      'Late upload 14',
      'Passed on to the maker',
      'B01 Travelled impossibly fast 2 5',
      'wedge-0 WH-HZ',
    ])
      expect(page).toContain(words);
    expect(page).not.toContain('WS-HZ-01');
    const other = await pageOf('/desk/scorecard', (await world.machine('XX', 'analyst')).credential);
    expect(other).toContain('No flag was resolved in this time.');
  });

  test('it is found where people wonder', async () => {
    for (const path of ['/check', '/sign-in'])
      expect((await world.app.request.get(path)).text).toContain('href="/scorecard"');
  });
});
