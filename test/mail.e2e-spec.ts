import type { Test } from 'supertest';
import { answered, PART, VIN, World } from './support/actors.ts';
import { MailServer, type ReceivedMail } from './support/mail-server.ts';

const HOUR = 3_600_000;
const PASSWORD = 'a long enough password';
const mails = new MailServer();
let world: World;

beforeAll(async () => {
  await mails.start();
  world = await World.start({ environment: { SMTP_URL: mails.url, MAIL_FROM: '真件 <truepart@mail.test>' } });
});
afterAll(async () => {
  await world.close();
  await mails.stop();
});
afterEach(() => world.database.run('DELETE FROM account'));

interface Reader {
  readonly address: string;
  readonly session: string;
}

/** Somebody with a mailbox. */
async function reader(organisation: string, ...roles: string[]): Promise<Reader> {
  const address = `${roles.join('-')}-${Math.random().toString(36).slice(2)}@mail.test`;
  const account = { organisation, email: address, name: 'A reader', password: PASSWORD, roles };
  await world.admin.does('/api/accounts', account);
  const session = await world.app.request.post('/api/session').send({ email: address, password: PASSWORD });
  return { address, session: String(session.headers['set-cookie']).split(';')[0]! };
}

const as = ({ session }: Reader, test: Test): Test => test.set('Cookie', session);
const chooses = (who: Reader, language: string, events: string[]) =>
  as(who, world.app.request.put('/api/notifications')).send({ language, events });

const mailTo = async ({ address }: Reader, count = 1): Promise<ReceivedMail[]> => {
  await world.until(async () => mails.to(address).length >= count);
  return mails.to(address);
};

async function trouble(): Promise<void> {
  const [code] = await world.stock(world.hz1, PART.brakePads, 1);
  await world.hz1.technician.scans(code!, 'check', { partNumberSeen: PART.oilFilter, vin: VIN });
}

const stateOf = ({ address }: Reader) =>
  world.database.first<{ status: string; attempts: number; trouble: string | null; next_at: Date }>(
    'SELECT m.status, m.attempts, m.trouble, m.next_at FROM mail m JOIN account a ON a.id = m.account_id WHERE a.email = $1',
    [address],
  );

test('who must act on a case is told of it, in the language they chose, and nobody else is', async () => {
  const chinese = await reader('CH', 'analyst');
  const english = await reader('CH', 'analyst');
  answered(await chooses(english, 'en', ['case.opened']));
  const none = await reader('CH', 'analyst');
  answered(await chooses(none, 'en', []));
  const editor = await reader('CH', 'catalogue_editor');
  const workshop = await reader('WS-HZ-01', 'supervisor');
  await trouble();
  const [inChinese] = await mailTo(chinese);
  const [inEnglish] = await mailTo(english);
  expect(inChinese!.headers.get('subject')).toMatch(/^\[真件\] 新案件：C-2026-\d{6}$/);
  expect(inChinese!.headers.get('from')).toBe('真件 <truepart@mail.test>');
  expect(inChinese!.headers.get('auto-submitted')).toBe('auto-generated');
  expect(inChinese!.text).toMatch(/答复期限：2026年/);
  expect(inEnglish!.headers.get('subject')).toMatch(/^\[Truepart\] A new case: C-2026-\d{6}$/);
  expect(inEnglish!.text).toMatch(/http:\/\/localhost:3000\/desk\/cases\/C-2026-\d{6}/);
  for (const { text } of [inChinese!, inEnglish!]) expect(text).not.toContain(VIN);
  expect([...mails.to(none.address), ...mails.to(editor.address), ...mails.to(workshop.address)]).toEqual([]);
});

test('a workshop’s supervisor who asks is told of flags on the own work', async () => {
  const supervisor = await reader('WS-HZ-01', 'supervisor');
  const other = await reader('WS-HZ-02', 'supervisor');
  for (const who of [supervisor, other]) answered(await chooses(who, 'en', ['flag.opened']));
  await trouble();
  const [mail] = await mailTo(supervisor);
  expect(mail!.headers.get('subject')).toBe('[Truepart] A new flag of level 4 or 5: C08 LABEL_PART_MISMATCH (L5)');
  expect(mail!.text).not.toMatch(/C-2026-/);
  expect(mails.to(other.address)).toEqual([]);
});

test('who may no longer read cases is told of none, whatever they chose before', async () => {
  const who = await reader('CH', 'analyst');
  answered(await chooses(who, 'en', ['case.opened', 'flag.opened']));
  await world.database.run("UPDATE account SET roles = '{catalogue_editor}' WHERE email = $1", [who.address]);
  const other = await reader('CH', 'analyst');
  await trouble();
  await mailTo(other);
  expect(await stateOf(who)).toBeUndefined();
});

test('while the server is away everything waits, and arrives once when it is back', async () => {
  const who = await reader('CH', 'analyst');
  await mails.stop();
  await trouble();
  await world.until(async () => (await stateOf(who))?.trouble === 'ESOCKET');
  world.app.clock.advance(10_000);
  await world.until(async () => {
    const state = await stateOf(who);
    return state?.attempts === 2 && state.next_at.getTime() > world.app.clock.now().getTime() + 61_000;
  });
  expect(await stateOf(who)).toMatchObject({ status: 'waiting' });
  await mails.start();
  world.app.clock.advance(HOUR);
  const [mail, ...more] = await mailTo(who);
  expect(more).toEqual([]);
  expect(mail!.headers.get('message-id')).toMatch(/^<[\da-f-]{36}\.[\da-f-]{36}@localhost>$/);
  await world.until(async () => (await stateOf(who))?.status === 'delivered');
});

test('a mailbox that is not there is not tried again, and its address stands nowhere', async () => {
  const who = await reader('CH', 'analyst');
  mails.unknown.add(who.address);
  await trouble();
  await world.until(async () => (await stateOf(who))?.status === 'failed');
  expect(await stateOf(who)).toMatchObject({ attempts: 1, trouble: 'EENVELOPE 550' });
  expect(world.app.logged.join('')).not.toContain(who.address);
});

test('who is disabled is told nothing any more', async () => {
  const who = await reader('CH', 'analyst');
  await mails.stop();
  await trouble();
  await world.until(async () => (await stateOf(who))?.trouble === 'ESOCKET');
  await world.database.run('UPDATE account SET disabled_at = now() WHERE email = $1', [who.address]);
  await mails.start();
  world.app.clock.advance(HOUR);
  const other = await reader('CH', 'analyst');
  await trouble();
  await mailTo(other);
  expect(mails.to(who.address)).toEqual([]);
});

describe('choosing', () => {
  test('what one is told by default follows from the role', async () => {
    const supervisor = await reader('WS-HZ-01', 'supervisor');
    const { body } = await as(supervisor, world.app.request.get('/api/notifications'));
    expect(body).toMatchObject({ language: 'zh', isMailSent: true });
    expect(body).toMatchObject({
      events: ['case.opened', 'case.declined', 'case.escalated', 'recall.opened', 'webhook.disabled'],
    });
  });

  test('what the role may not read cannot be chosen', async () => {
    const technician = await reader('WS-HZ-01', 'technician');
    const refused = await chooses(technician, 'en', ['case.opened']);
    expect(refused).toMatchObject({ status: 400, body: { code: 'NOTIFICATION_NOT_FOR_ROLE' } });
    expect((await chooses(technician, 'fr', [])).status).toBe(400);
  });

  test('a machine reads no mail', async () => {
    expect(await world.analyst.get('/api/notifications')).toMatchObject({ status: 403, body: { code: 'PEOPLE_ONLY' } });
  });
});

test('the numbers tell of mail', async () => {
  const { text } = await world.app.request.get('/metrics');
  expect(text).toMatch(/truepart_deliveries_total\{channel="mail",outcome="delivered"\} \d+/);
  expect(text).toContain('truepart_queue_size{queue="mail"}');
});
