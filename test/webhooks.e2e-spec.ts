import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Answer, answered, PART, type Person, VIN, World } from './support/actors.ts';
import { isSignedWith, type Received, Receiver } from './support/receiver.ts';
import { unitOf } from './isolation/tenants.ts';

const HOUR = 3_600_000;
const PERSONAL = [VIN, '浙A·A1000', '王芳', '13900000000'];

let world: World;
let receiver: Receiver;
let dataDir: string;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'truepart-webhooks-'));
  world = await World.start({ environment: { DATA_DIR: dataDir } });
  receiver = await Receiver.start();
});
afterAll(async () => {
  await world.close();
  await receiver.close();
  rmSync(dataDir, { recursive: true, force: true });
});
afterEach(async () => {
  receiver.headers = {};
  await world.database.run('DELETE FROM webhook');
});

interface Hook {
  readonly id: string;
  readonly secret: string;
  readonly path: string;
}

async function hook(by: Person, more: Record<string, unknown> = {}): Promise<Hook> {
  const path = `/${randomUUID()}`;
  // What happened before is not this one's business.
  world.app.clock.advance(1_000);
  const { id, secret } = await by.does('/api/webhooks', { url: `${receiver.url}${path}`, ...more });
  return { id: String(id), secret: String(secret), path };
}

const arrived = async (path: string, count: number): Promise<Received[]> => {
  await world.until(async () => receiver.at(path).length >= count);
  return receiver.at(path);
};

const deliveries = async (by: Person, { id }: Hook): Promise<Answer[]> =>
  answered(await by.get(`/api/webhooks/${id}/deliveries`)).items as Answer[];

const shown = async (by: Person, { id }: Hook): Promise<Answer> => {
  const { items } = answered(await by.get('/api/webhooks')) as { items: Answer[] };
  return items.find((each) => each.id === id)!;
};

/** A label met on the wrong box: a flag of level 5 and its case. */
async function trouble(): Promise<string> {
  const [code] = await world.stock(world.hz1, PART.brakePads, 1);
  await world.hz1.technician.scans(code!, 'check', { partNumberSeen: PART.oilFilter });
  return unitOf(code!).serial;
}

test('a flag and its case reach the maker, the flag alone reaches the workshop, and nobody else hears of it', async () => {
  const maker = await hook(world.maker);
  const workshop = await hook(world.hz1.supervisor);
  const others = [await hook(world.hz2.supervisor), await hook(world.warehouse), await hook(world.admin)];
  const serial = await trouble();

  const toMaker = await arrived(maker.path, 2);
  expect(toMaker.map(({ body }) => body.type).sort()).toEqual(['case.opened', 'flag.opened']);
  const flag = toMaker.find(({ body }) => body.type === 'flag.opened')!.body.data;
  expect(flag).toMatchObject({ rule: 'C08', level: 5, workshop: 'WS-HZ-01', partNumber: PART.brakePads });
  expect(flag).toMatchObject({ unit: { serial }, case: expect.stringMatching(/^C-2026-/) });
  const [toWorkshop, ...more] = await arrived(workshop.path, 1);
  expect(more).toEqual([]);
  expect(toWorkshop!.body).toMatchObject({ type: 'flag.opened', data: { rule: 'C08', unit: { serial } } });
  expect(toWorkshop!.body.data).not.toHaveProperty('case');
  expect(toWorkshop!.id).not.toBe(toMaker[0]!.id);

  await world.until(async () => (await deliveries(world.maker, maker)).every(({ status }) => status === 'delivered'));
  for (const { path } of others) expect(receiver.at(path)).toEqual([]);
  for (const each of toMaker) expect(isSignedWith(maker.secret, each)).toBe(true);
  expect(isSignedWith(workshop.secret, toMaker[0]!)).toBe(false);
});

test('an honest repair tells its workshop of the invoice and its changes, and nothing of the owner', async () => {
  const { hz1 } = world;
  const workshop = await hook(hz1.supervisor);
  const maker = await hook(world.maker);
  const [code] = await world.stock(hz1, PART.brakePads, 1);
  await hz1.advisor.opens('RO-H1', [{ partNumber: PART.brakePads, unitPrice: '428.00' }]);
  await hz1.advisor.approves('RO-H1', 1);
  answered(
    await hz1.technician.fits('RO-H1', {
      line: 1,
      code,
      vin: VIN,
      removedPart: { outcome: 'waived' },
      odometer: 31_005,
    }),
  );
  const line = { line: 1, partNumber: PART.brakePads, category: 'original', quantity: 1, unitPrice: '428.00' };
  answered(await hz1.supervisor.invoices('RO-H1', { number: 'I-1', odometerOut: 31_010, lines: [line] }));
  const changed = [{ ...line, unitPrice: '420.00' }];
  const overrides = [{ rule: 'R25', reason: 'agreed discount' }];
  answered(await hz1.supervisor.invoices('RO-H1', { number: 'I-1', odometerOut: 31_010, lines: changed, overrides }));
  const told = await arrived(workshop.path, 3);
  expect(told.map(({ body }) => body.type).sort()).toEqual(['flag.opened', 'invoice.changed', 'invoice.issued']);
  expect(told.find(({ body }) => body.type === 'invoice.changed')!.body.data).toMatchObject({
    repairOrder: 'RO-H1',
    number: 'I-1',
    version: 2,
  });
  const toMaker = await arrived(maker.path, 1);
  expect(toMaker.map(({ body }) => body.type)).not.toContain('invoice.issued');
  for (const { text } of [...told, ...toMaker]) for (const secret of PERSONAL) expect(text).not.toContain(secret);
  for (const { text } of toMaker) expect(text).not.toContain('RO-H1');
});

test('a recall reaches everybody who has such units, and nobody who has none', async () => {
  await world.stock(world.hz2, PART.battery, 1);
  const hooks = await Promise.all(
    [world.maker, world.warehouse, world.hz2.supervisor, world.nb1.supervisor].map((by) => hook(by)),
  );
  const recall = { number: 'R-26-9', partNumber: PART.battery, title: { zh: '电池召回', en: 'Batteries' } };
  await world.analyst.does('/api/recalls', recall);
  const [maker, warehouse, hz2, nb1] = hooks;
  const told = { recall: 'R-26-9', maker: 'CH', partNumber: PART.battery, lot: null, title: recall.title };
  for (const { path } of [maker!, hz2!])
    expect((await arrived(path, 1))[0]!.body).toMatchObject({ type: 'recall.opened', data: told });
  expect(receiver.at(warehouse!.path)).toEqual([]);
  expect(receiver.at(nb1!.path)).toEqual([]);
});

test('a workshop is told which of its own bills a recall or a late finding concerns, and nobody else is', async () => {
  const { hz1, hz2 } = world;
  const [code] = await world.stock(hz1, PART.brakeDisc, 1);
  await hz1.advisor.opens('RO-R1', [{ partNumber: PART.brakeDisc, unitPrice: '58.00' }]);
  await hz1.advisor.approves('RO-R1', 1);
  answered(await hz1.technician.fits('RO-R1', { line: 1, code, vin: VIN, removedPart: { outcome: 'waived' } }));
  const line = { line: 1, partNumber: PART.brakeDisc, category: 'original', quantity: 1, unitPrice: '58.00' };
  const bill = { number: 'I-R1', lines: [line] };
  answered(await hz1.supervisor.invoices('RO-R1', bill));
  await world.stock(hz2, PART.brakeDisc, 1);
  const [workshop, other, maker] = [await hook(hz1.supervisor), await hook(hz2.supervisor), await hook(world.maker)];

  answered(await hz1.technician.post('/api/scans', { code, purpose: 'check', partNumberSeen: PART.oilFilter }));
  const recall = { number: 'R-26-11', partNumber: PART.brakeDisc, title: { zh: '制动盘', en: 'Brake discs' } };
  await world.analyst.does('/api/recalls', recall);

  const concerned = { bills: [{ repairOrder: 'RO-R1', number: 'I-R1' }], billCount: 1 };
  const told = await arrived(workshop.path, 2);
  for (const type of ['flag.opened', 'recall.opened'])
    expect(told.find(({ body }) => body.type === type)?.body.data).toMatchObject(concerned);
  const others = [...(await arrived(other.path, 1)), ...(await arrived(maker.path, 3))];
  expect(others.map(({ body }) => body.type).sort()).toEqual([
    'case.opened',
    'flag.opened',
    'recall.opened',
    'recall.opened',
  ]);
  for (const { text } of others) expect(text).not.toMatch(/RO-R1|I-R1|bill/);
  for (const { text } of told) for (const secret of PERSONAL) expect(text).not.toContain(secret);
});

test('only the types that were asked for', async () => {
  const cases = await hook(world.maker, { events: ['case.opened'] });
  const all = await hook(world.maker);
  await trouble();
  await arrived(all.path, 2);
  await arrived(cases.path, 1);
  expect(receiver.at(cases.path).map(({ body }) => body.type)).toEqual(['case.opened']);
});

test('what a transaction takes back was never told', async () => {
  const recall = { number: 'R-26-10', partNumber: PART.battery, title: { zh: '一二三', en: 'One two three' } };
  await world.analyst.does('/api/recalls', recall);
  const again = await world.analyst.post('/api/recalls', { ...recall, partNumber: PART.brakePads });
  expect(again).toMatchObject({ status: 409, body: { code: 'RECALL_NUMBER_TAKEN' } });
  const told = await world.database.rows<{ part: string }>(
    "SELECT DISTINCT data ->> 'partNumber' AS part FROM outbox_event WHERE data ->> 'recall' = 'R-26-10'",
  );
  expect(told).toEqual([{ part: PART.battery }]);
});

describe('a receiver that fails', () => {
  test.each([500, 404, 302, 'lose'] as const)(
    '%s: the same message comes again until it is taken',
    async (behaviour) => {
      const own = await hook(world.maker);
      receiver.behaviours.set(own.path, behaviour);
      await world.maker.does(`/api/webhooks/${own.id}/test`);
      await world.until(async () => (await deliveries(world.maker, own))[0]?.trouble !== null);
      const [waiting] = await deliveries(world.maker, own);
      expect(waiting).toMatchObject({ status: 'waiting', attempts: 1, type: 'webhook.test' });
      expect(waiting!.trouble).toBe(behaviour === 'lose' ? 'ECONNRESET' : `HTTP ${behaviour}`);
      expect((await shown(world.maker, own)).failingSince).not.toBeNull();

      receiver.behaviours.delete(own.path);
      world.app.clock.advance(10_000);
      const [first, second] = await arrived(own.path, 2);
      expect(second!.id).toBe(first!.id);
      expect(second!.text).toBe(first!.text);
      expect(isSignedWith(own.secret, second!)).toBe(true);
      await world.until(async () => (await deliveries(world.maker, own))[0]!.status === 'delivered');
      expect(await shown(world.maker, own)).toMatchObject({ failingSince: null, waiting: 0 });
    },
  );

  test('one that hangs keeps nobody else waiting', async () => {
    const stuck = await hook(world.maker);
    receiver.behaviours.set(stuck.path, 'hang');
    for (let n = 0; n < 20; n++) await world.maker.does(`/api/webhooks/${stuck.id}/test`);
    const quick = await hook(world.hz2.supervisor);
    await world.hz2.supervisor.does(`/api/webhooks/${quick.id}/test`);
    await arrived(quick.path, 1);
    // None of the twenty was given up yet: it went past them, not after them.
    expect((await deliveries(world.maker, stuck)).map(({ trouble }) => trouble)).toEqual(Array(20).fill(null));
    expect(receiver.at(stuck.path).length).toBeLessThanOrEqual(4);
  });

  test('one that asks to be left alone for an hour is', async () => {
    const own = await hook(world.maker);
    receiver.behaviours.set(own.path, 429);
    receiver.headers = { 'retry-after': '3600' };
    await world.maker.does(`/api/webhooks/${own.id}/test`);
    await world.until(async () => (await deliveries(world.maker, own))[0]?.trouble === 'HTTP 429');
    const [{ nextAt }] = (await deliveries(world.maker, own)) as [{ nextAt: string }];
    expect(new Date(nextAt).getTime() - world.app.clock.now().getTime()).toBe(HOUR);
  });

  test('after three days it is given up, disabled, and its organisation is told; then resumed and replayed', async () => {
    const own = await hook(world.maker);
    const witness = await hook(world.maker, { events: ['webhook.disabled'] });
    receiver.behaviours.set(own.path, 503);
    const { event } = await world.maker.does(`/api/webhooks/${own.id}/test`);
    for (let attempt = 1; attempt <= 10; attempt++) {
      await world.until(async () => {
        const [delivery] = await deliveries(world.maker, own);
        return delivery?.attempts === attempt && !isUnderWay(delivery);
      });
      if (attempt < 10) world.app.clock.advance(29 * HOUR);
    }
    expect(receiver.at(own.path)).toHaveLength(10);
    expect((await deliveries(world.maker, own))[0]).toMatchObject({ status: 'failed', attempts: 10 });
    expect(await shown(world.maker, own)).toMatchObject({ disabledBecause: 'failing' });
    const [notice] = await arrived(witness.path, 1);
    expect(notice!.body).toMatchObject({ type: 'webhook.disabled', data: { webhook: own.id } });

    expect((await world.maker.post(`/api/webhooks/${own.id}/test`)).body).toMatchObject({ code: 'WEBHOOK_DISABLED' });
    receiver.behaviours.delete(own.path);
    const resumed = await world.maker.does(`/api/webhooks/${own.id}/resumption`);
    expect(resumed).toMatchObject({ disabledAt: null, failingSince: null });
    expect(await world.maker.does(`/api/webhooks/${own.id}/replays`, { event })).toEqual({ messages: 1 });
    const all = await arrived(own.path, 11);
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
  });

  /** While it is tried, its next time is that of its claim: in a minute. */
  const isUnderWay = ({ status, nextAt }: Answer) =>
    status === 'waiting' && new Date(String(nextAt)).getTime() === world.app.clock.now().getTime() + 60_000;

  test('one that says that it is gone is disabled at once', async () => {
    const own = await hook(world.maker);
    receiver.behaviours.set(own.path, 410);
    await world.maker.does(`/api/webhooks/${own.id}/test`);
    await world.until(async () => (await shown(world.maker, own)).disabledBecause === 'gone');
    expect((await deliveries(world.maker, own))[0]).toMatchObject({ status: 'failed', attempts: 1 });
  });
});

describe('replay', () => {
  test('everything since a time comes again, under the same ids and once', async () => {
    const own = await hook(world.maker, { events: ['flag.opened'] });
    await trouble();
    const [first] = await arrived(own.path, 1);
    world.app.clock.advance(HOUR);
    const since = world.app.clock.now().toISOString();
    await trouble();
    await trouble();
    // What is sent at the same time arrives in any order.
    const later = (await arrived(own.path, 3)).map(({ id }) => id).filter((id) => id !== first!.id);
    await world.until(async () => (await deliveries(world.maker, own)).every(({ status }) => status === 'delivered'));
    expect(await world.maker.does(`/api/webhooks/${own.id}/replays`, { since })).toEqual({ messages: 2 });
    const all = await arrived(own.path, 5);
    expect(new Set(all.slice(3).map(({ id }) => id))).toEqual(new Set(later));
  });

  test('a later webhook can be brought up to date with what happened before it was there', async () => {
    world.app.clock.advance(HOUR);
    const since = world.app.clock.now().toISOString();
    await trouble();
    const late = await hook(world.maker, { events: ['flag.opened'] });
    expect(await world.maker.does(`/api/webhooks/${late.id}/replays`, { since })).toEqual({ messages: 1 });
    await arrived(late.path, 1);
  });

  test('another organisation’s event is not there to be replayed', async () => {
    const theirs = await hook(world.maker, { events: ['flag.opened'] });
    await trouble();
    const [{ id: event }] = (await arrived(theirs.path, 1)) as [Received];
    const own = await hook(world.hz2.supervisor);
    const replayed = await world.hz2.supervisor.does(`/api/webhooks/${own.id}/replays`, { event });
    expect(replayed).toEqual({ messages: 0 });
  });
});

describe('secrets', () => {
  test('after a rotation both sign for a day, then the new one alone', async () => {
    const own = await hook(world.maker);
    const { secret, secretHint } = await world.maker.does(`/api/webhooks/${own.id}/rotation`);
    expect(secret).not.toBe(own.secret);
    expect(String(secret).startsWith(String(secretHint))).toBe(true);
    await world.maker.does(`/api/webhooks/${own.id}/test`);
    const [both] = await arrived(own.path, 1);
    expect([isSignedWith(own.secret, both!), isSignedWith(String(secret), both!)]).toEqual([true, true]);
    world.app.clock.advance(25 * HOUR);
    await world.maker.does(`/api/webhooks/${own.id}/test`);
    const [, alone] = await arrived(own.path, 2);
    expect([isSignedWith(own.secret, alone!), isSignedWith(String(secret), alone!)]).toEqual([false, true]);
  });

  test('a secret is shown once, and is neither in the database nor in a file that others may read', async () => {
    const key = randomUUID();
    const wish = { url: `${receiver.url}/once` };
    const first = answered(await world.maker.post('/api/webhooks', wish, key));
    const again = answered(await world.maker.post('/api/webhooks', wish, key));
    expect(again).toEqual({ ...first, secret: null });
    const stored = await world.database.rows('SELECT row_to_json(t) AS row FROM webhook t');
    expect(JSON.stringify(stored)).not.toContain(first.secret);
    expect(readdirSync(join(dataDir, 'keys'))).toContain('webhooks.key');
    expect(statSync(join(dataDir, 'keys', 'webhooks.key')).mode & 0o077).toBe(0);
  });
});

test('what would be signed with another secret than the one that was shown is not sent', async () => {
  const own = await hook(world.maker);
  await world.database.run("UPDATE webhook SET secret_hint = 'whsec_other' WHERE id = $1", [own.id]);
  await world.maker.does(`/api/webhooks/${own.id}/test`);
  await world.until(async () => (await deliveries(world.maker, own))[0]?.trouble === 'SECRET_LOST');
  expect(receiver.at(own.path)).toEqual([]);
});

describe('where a webhook may lead', () => {
  test.each([
    { url: 'http://dms.example.com/x', code: 'ok in the demo, as its name may lead to loopback' },
    { url: 'https://169.254.169.254/latest', code: 'WEBHOOK_ADDRESS_NOT_ALLOWED' },
    { url: 'https://10.0.0.1/', code: 'WEBHOOK_ADDRESS_NOT_ALLOWED' },
    { url: 'ftp://127.0.0.1/', code: 'WEBHOOK_ADDRESS_NOT_ALLOWED' },
    { url: 'https://u:p@dms.example.com/', code: 'WEBHOOK_ADDRESS_WITH_PASSWORD' },
  ])('$url: $code', async ({ url, code }) => {
    const answer = await world.maker.post('/api/webhooks', { url });
    if (code.startsWith('ok')) expect(answer.status).toBe(201);
    else expect(answer).toMatchObject({ status: 400, body: { code } });
  });

  test('an address that got past is stopped when it is reached for', async () => {
    const own = await hook(world.maker);
    await world.database.run("UPDATE webhook SET url = 'https://192.168.0.1/x' WHERE id = $1", [own.id]);
    await world.maker.does(`/api/webhooks/${own.id}/test`);
    await world.until(async () => (await deliveries(world.maker, own))[0]?.trouble === 'ADDRESS_NOT_ALLOWED');
  });

  test('no more than twenty', async () => {
    for (let n = 0; n < 20; n++) await hook(world.maker);
    const answer = await world.maker.post('/api/webhooks', { url: receiver.url });
    expect(answer).toMatchObject({ status: 409, body: { code: 'TOO_MANY_WEBHOOKS' } });
  });
});

test('the numbers tell what waits and how attempts ended', async () => {
  const own = await hook(world.maker);
  await world.maker.does(`/api/webhooks/${own.id}/test`);
  await arrived(own.path, 1);
  const { text } = await world.app.request.get('/metrics');
  expect(text).toMatch(/truepart_deliveries_total\{channel="webhook",outcome="delivered"\} \d+/);
  expect(text).toMatch(/truepart_deliveries_total\{channel="webhook",outcome="failed"\} \d+/);
  for (const queue of ['events', 'webhooks']) expect(text).toContain(`truepart_queue_size{queue="${queue}"}`);
});
