import { randomUUID } from 'node:crypto';
import { AccountsService } from '../src/auth/accounts.service.ts';
import type { Role } from '../src/auth/actor.ts';
import { OrganisationsService } from '../src/auth/organisations.service.ts';
import { Database } from '../src/database/database.ts';
import { type RunningApp, startApp } from './support/app.ts';
import { floorWith } from './support/floor.ts';

const PASSWORD = 'correct horse battery';
const HOUR = 3_600_000;

let running: RunningApp;
let database: Database;

const WORDS = { zh: '杭州一店', en: 'Hangzhou shop one' };

async function seed({ app }: RunningApp): Promise<void> {
  const organisations = app.get(OrganisationsService, { strict: false });
  const accounts = app.get(AccountsService, { strict: false });
  await organisations.create('system', { kind: 'platform', code: 'TP', name: { zh: '真件', en: 'Truepart' } });
  await organisations.create('system', {
    kind: 'maker',
    code: 'CH',
    name: { zh: '昌禾', en: 'Changhe' },
    gs1Prefix: '9521234',
  });
  await organisations.create('system', { kind: 'workshop', code: 'WS-1', name: WORDS });
  await organisations.create('system', { kind: 'workshop', code: 'WS-2', name: WORDS });
  const open = (organisation: string, name: string, ...roles: Role[]) =>
    accounts.create('system', { organisation, name, email: `${name}@truepart.test`, password: PASSWORD, roles });
  await open('TP', 'admin', 'administrator');
  await open('CH', 'editor', 'catalogue_editor');
  await open('WS-1', 'technician', 'technician');
  await open('WS-1', 'supervisor', 'supervisor', 'technician');
  await open('WS-2', 'supervisor2', 'supervisor');
}

beforeAll(async () => {
  running = await startApp({ root: floorWith() });
  database = running.app.get(Database, { strict: false });
  await seed(running);
});
afterAll(() => running.close());

const signIn = (name: string, password = PASSWORD) =>
  running.request.post('/api/session').send({ email: `${name}@truepart.test`, password });

/** The `name=value` of a browser's next request. */
async function cookieOf(name: string): Promise<string> {
  const answer = await signIn(name);
  expect(answer.status).toBe(201);
  return (answer.headers['set-cookie']?.[0] ?? '').split(';')[0]!;
}
const whoIs = async (cookie: string) => (await running.request.get('/api/session').set('cookie', cookie)).status;
const accountId = async (name: string) =>
  (await database.first<{ id: string }>('SELECT id FROM account WHERE email = $1', [`${name}@truepart.test`]))!.id;

/** A new account of WS-1, for stories that change or end it. */
async function somebodyNew(...roles: Role[]): Promise<{ id: string; name: string }> {
  const name = `n${randomUUID()}`;
  const accounts = running.app.get(AccountsService, { strict: false });
  const email = `${name}@truepart.test`;
  const { id } = await accounts.create('system', { organisation: 'WS-1', name, email, password: PASSWORD, roles });
  return { id, name };
}

describe('signing in', () => {
  test('sets a cookie that scripts and other sites cannot use, and tells who it is', async () => {
    const answer = await signIn('technician').set('accept-language', 'zh-CN');
    expect(answer.status).toBe(201);
    expect(answer.headers['set-cookie']?.[0]).toMatch(
      /^truepart=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(answer.body).toEqual({
      user: {
        id: expect.any(String),
        name: 'technician',
        email: 'technician@truepart.test',
        roles: ['technician'],
        organisation: { id: expect.any(String), kind: 'workshop', code: 'WS-1', name: WORDS.zh, names: WORDS },
      },
    });
  });

  test('the database holds neither the token nor the password', async () => {
    const token = (await cookieOf('technician')).split('=')[1]!;
    const [stored] = await database.rows<{ all: string }>(
      `SELECT string_agg(s::text, '') || (SELECT string_agg(a::text, '') FROM account a) AS all FROM session s`,
    );
    expect(stored?.all).toContain('$argon2id$');
    expect(stored?.all).not.toContain(token);
    expect(stored?.all).not.toContain(Buffer.from(token, 'base64url').toString('hex'));
    expect(stored?.all).not.toContain(PASSWORD);
  });

  test.each([
    { name: 'a wrong password', who: 'technician', password: 'wrong' },
    { name: 'an unknown address', who: 'nobody', password: PASSWORD },
    { name: 'an empty password', who: 'technician', password: '' },
  ])('$name is refused in the same words', async ({ who, password }) => {
    const answer = await signIn(who, password);
    expect([answer.status, answer.body.code, answer.headers['set-cookie']]).toEqual([401, 'SIGN_IN_FAILED', undefined]);
  });

  test('the address may be written in any case', async () => {
    const email = 'TECHNICIAN@Truepart.Test';
    expect((await running.request.post('/api/session').send({ email, password: PASSWORD })).status).toBe(201);
  });

  test('a session that the browser had before ends', async () => {
    const before = await cookieOf('technician');
    await signIn('technician').set('cookie', before).set('sec-fetch-site', 'same-origin');
    expect(await whoIs(before)).toBe(401);
  });
});

describe('guessing', () => {
  let limited: RunningApp;
  beforeAll(async () => {
    limited = await startApp({ root: floorWith(), environment: { THROTTLE_SIGN_INS: '3' } });
    await seed(limited);
  });
  afterAll(() => limited.close());
  const guess = (name: string, password: string) =>
    limited.request.post('/api/session').send({ email: `${name}@truepart.test`, password });

  test('too many attempts at one account must wait; other accounts need not', async () => {
    for (let i = 0; i < 3; i++) expect((await guess('technician', `wrong ${i}`)).status).toBe(401);
    const answer = await guess('Technician', PASSWORD);
    expect([answer.status, answer.body.code]).toEqual([429, 'TOO_MANY_SIGN_INS']);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect((await guess('supervisor', PASSWORD)).status).toBe(201);
  });

  test('a success begins the count anew', async () => {
    for (let i = 0; i < 2; i++) await guess('editor', 'wrong');
    expect((await guess('editor', PASSWORD)).status).toBe(201);
    for (let i = 0; i < 2; i++) expect((await guess('editor', 'wrong')).status).toBe(401);
  });

  test('too many wrong keys must wait', async () => {
    const statuses = [];
    for (let i = 0; i < 61; i++) {
      statuses.push((await limited.request.get('/api/session').set('authorization', 'Bearer tp_wrong')).status);
    }
    expect([statuses[0], statuses[59], statuses[60]]).toEqual([401, 401, 429]);
  });
});

describe('a phone with many hands', () => {
  test('what is meant for one account is never done as another', async () => {
    const cookie = await cookieOf('technician');
    const asking = (account: string) =>
      running.request.get('/api/session').set('cookie', cookie).set('Truepart-Account', account);
    expect((await asking(await accountId('technician'))).status).toBe(200);
    const refused = await asking(await accountId('supervisor'));
    expect([refused.status, refused.body.code]).toEqual([401, 'ANOTHER_ACCOUNT']);
  });
});

describe('signing out', () => {
  test('ends this session alone, at once, and takes the cookie away', async () => {
    const [desk, phone] = [await cookieOf('technician'), await cookieOf('technician')];
    expect(await whoIs(desk)).toBe(200);
    const answer = await running.request.delete('/api/session').set('cookie', desk);
    expect(answer.status).toBe(204);
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^truepart=; .*Expires=Thu, 01 Jan 1970/);
    expect([await whoIs(desk), await whoIs(phone)]).toEqual([401, 200]);
  });

  test('everywhere ends every session of the account at once, and of nobody else', async () => {
    const [desk, phone, other] = [
      await cookieOf('supervisor'),
      await cookieOf('supervisor'),
      await cookieOf('supervisor2'),
    ];
    for (const cookie of [desk, phone, other]) expect(await whoIs(cookie)).toBe(200);
    expect((await running.request.delete('/api/sessions').set('cookie', desk)).status).toBe(204);
    expect([await whoIs(desk), await whoIs(phone), await whoIs(other)]).toEqual([401, 401, 200]);
  });

  test('nobody may do it too', async () => {
    expect((await running.request.delete('/api/session')).status).toBe(204);
  });

  test('a session ends by itself after its hours', async () => {
    const cookie = await cookieOf('technician');
    const began = running.clock.now();
    running.clock.advance(12 * HOUR - 1);
    expect(await whoIs(cookie)).toBe(200);
    running.clock.advance(1);
    expect(await whoIs(cookie)).toBe(401);
    running.clock.set(began);
  });
});

describe('changing the password', () => {
  const change = (cookie: string, current: string, next: string) =>
    running.request.post('/api/session/password').set('cookie', cookie).send({ current, next });

  test('ends every other session, and the old one no longer opens', async () => {
    const { name } = await somebodyNew('technician');
    const [desk, phone] = [await cookieOf(name), await cookieOf(name)];
    expect((await change(desk, PASSWORD, 'another long password')).status).toBe(204);
    expect([await whoIs(desk), await whoIs(phone)]).toEqual([200, 401]);
    expect((await signIn(name)).status).toBe(401);
    expect((await signIn(name, 'another long password')).status).toBe(201);
  });

  test.each([
    {
      name: 'without the current one',
      current: 'wrong',
      next: 'another long password',
      code: 'WRONG_PASSWORD',
      status: 403,
    },
    { name: 'to a short one', current: PASSWORD, next: 'short', code: 'INVALID_INPUT', status: 400 },
  ])('$name is refused', async ({ current, next, code, status }) => {
    const answer = await change(await cookieOf('technician'), current, next);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(JSON.stringify(answer.body)).not.toContain('short"');
  });
});

describe('requests from other sites', () => {
  test.each([
    { name: 'our own page', headers: { 'sec-fetch-site': 'same-origin' }, status: 204 },
    { name: 'another site', headers: { 'sec-fetch-site': 'cross-site' }, status: 403 },
    { name: 'a neighbouring site', headers: { 'sec-fetch-site': 'same-site' }, status: 403 },
    { name: 'an older browser on another site', headers: { origin: 'https://evil.example' }, status: 403 },
    { name: 'a program', headers: {}, status: 204 },
  ])('$name: $status', async ({ headers, status }) => {
    const cookie = await cookieOf('technician');
    const answer = await running.request.delete('/api/sessions').set('cookie', cookie).set(headers);
    expect(answer.status).toBe(status);
    expect(await whoIs(cookie)).toBe(status === 204 ? 401 : 200);
  });

  test('may read what they could read anyway', async () => {
    const cookie = await cookieOf('technician');
    const answer = await running.request.get('/api/session').set('cookie', cookie).set('sec-fetch-site', 'cross-site');
    expect(answer.status).toBe(200);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });

  test('cannot sign a visitor in as somebody else', async () => {
    expect((await signIn('technician').set('sec-fetch-site', 'cross-site')).body.code).toBe('CROSS_SITE_REQUEST');
  });

  test('are nothing to an API key, which no browser sends by itself', async () => {
    const { secret } = (await makeKey(await cookieOf('supervisor'), { name: 'k', scopes: ['technician'] })).body;
    const answer = await running.request
      .delete('/api/session')
      .set('authorization', `Bearer ${secret}`)
      .set('content-type', 'application/json');
    expect(answer.status).toBe(204);
  });
});

const makeKey = (cookie: string, body: object) =>
  running.request.post('/api/api-keys').set('cookie', cookie).send(body);
const withKey = (secret: string) => running.request.get('/api/session').set('authorization', `Bearer ${secret}`);

describe('API keys', () => {
  let supervisor: string;
  beforeEach(async () => (supervisor = await cookieOf('supervisor')));

  test('act for their organisation with their scopes, and are shown once', async () => {
    const made = await makeKey(supervisor, { name: 'DMS', scopes: ['advisor'] });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      name: 'DMS',
      scopes: ['advisor'],
      hint: made.body.secret.slice(0, 8),
      expiresAt: null,
    });
    expect(made.body.secret).toMatch(/^tp_[\w-]{43}$/);
    const who = await withKey(made.body.secret);
    expect(who.body.user).toMatchObject({
      name: 'DMS',
      email: null,
      roles: ['advisor'],
      organisation: { code: 'WS-1' },
    });
    const list = await running.request.get('/api/api-keys').set('cookie', supervisor);
    expect(list.body.items[0]).toMatchObject({ id: made.body.id, lastUsedAt: expect.any(String) });
    const [row] = await database.rows<{ all: string }>(`SELECT string_agg(k::text, '') AS all FROM api_key k`);
    for (const text of [list.text, row!.all]) expect(text).not.toContain(made.body.secret.slice(8));
  });

  test('revoked, they end at once', async () => {
    const { id, secret } = (await makeKey(supervisor, { name: 'k', scopes: ['technician'] })).body;
    expect((await withKey(secret)).status).toBe(200);
    for (let again = 0; again < 2; again++) {
      expect((await running.request.delete(`/api/api-keys/${id}`).set('cookie', supervisor)).status).toBe(204);
    }
    const answer = await withKey(secret);
    expect([answer.status, answer.headers['www-authenticate']]).toEqual([401, 'Bearer realm="truepart"']);
  });

  test('end by themselves at their time', async () => {
    const expiresAt = new Date(running.clock.now().getTime() + HOUR).toISOString();
    const { secret } = (await makeKey(supervisor, { name: 'k', scopes: ['technician'], expiresAt })).body;
    const began = running.clock.now();
    expect((await withKey(secret)).status).toBe(200);
    running.clock.advance(HOUR);
    expect((await withKey(secret)).status).toBe(401);
    running.clock.set(began);
  });

  test.each([
    {
      name: 'roles of another kind',
      body: { scopes: ['administrator'] },
      status: 400,
      code: 'ROLE_NOT_OF_ORGANISATION',
    },
    { name: 'roles that do not exist', body: { scopes: ['owner'] }, status: 400, code: 'INVALID_INPUT' },
    { name: 'no roles', body: { scopes: [] }, status: 400, code: 'INVALID_INPUT' },
    { name: 'roles as a text', body: { scopes: 'technician' }, status: 400, code: 'INVALID_INPUT' },
    {
      name: 'an end in the past',
      body: { scopes: ['technician'], expiresAt: '2020-01-01T00:00:00Z' },
      status: 400,
      code: 'EXPIRED_ALREADY',
    },
    {
      name: 'a day that does not exist',
      body: { scopes: ['technician'], expiresAt: '2030-02-31T00:00:00Z' },
      status: 400,
      code: 'INVALID_INPUT',
    },
  ])('are not made with $name', async ({ body, status, code }) => {
    const answer = await makeKey(supervisor, { name: 'k', ...body });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test('cannot make a key that may do more than they', async () => {
    const { secret } = (await makeKey(supervisor, { name: 'k', scopes: ['supervisor'] })).body;
    const make = (scopes: Role[]) =>
      running.request.post('/api/api-keys').set('authorization', `Bearer ${secret}`).send({ name: 'k2', scopes });
    expect((await make(['supervisor'])).status).toBe(201);
    expect((await make(['supervisor', 'technician'])).body.code).toBe('ROLES_BEYOND_OWN');
  });

  test('of another organisation do not exist', async () => {
    const { id } = (await makeKey(await cookieOf('supervisor2'), { name: 'k', scopes: ['technician'] })).body;
    const answer = await running.request.delete(`/api/api-keys/${id}`).set('cookie', supervisor);
    expect([answer.status, answer.body.code]).toEqual([404, 'API_KEY_NOT_FOUND']);
    const { body } = await running.request.get('/api/api-keys?limit=200').set('cookie', supervisor);
    expect(body.items.map((key: { id: string }) => key.id)).not.toContain(id);
  });

  test('are not for everybody to make', async () => {
    const answer = await makeKey(await cookieOf('technician'), { name: 'k', scopes: ['technician'] });
    expect([answer.status, answer.body.code]).toEqual([403, 'FORBIDDEN']);
  });

  test('cannot sign people out or change their password', async () => {
    const { secret } = (await makeKey(supervisor, { name: 'k', scopes: ['technician'] })).body;
    const key = { authorization: `Bearer ${secret}` };
    const passwords = { current: PASSWORD, next: 'another long password' };
    expect((await running.request.delete('/api/sessions').set(key)).body.code).toBe('PEOPLE_ONLY');
    expect((await running.request.post('/api/session/password').set(key).send(passwords)).body.code).toBe(
      'PEOPLE_ONLY',
    );
  });

  test.each(['Bearer nonsense', 'Bearer', `Bearer tp_${'a'.repeat(43)}`, 'Basic dGVzdDp0ZXN0'])(
    '%s opens nothing',
    async (authorization) => {
      const answer = await running.request.get('/health/live').set('authorization', authorization);
      expect([answer.status, answer.body.code]).toEqual([401, 'UNAUTHENTICATED']);
    },
  );
});

describe('the administrator', () => {
  let admin: string;
  beforeAll(async () => (admin = await cookieOf('admin')));
  const post = (path: string, body: object) => running.request.post(path).set('cookie', admin).send(body);
  const warehouse = () => ({ kind: 'warehouse', code: `WH-${Date.now() % 1e6}`, name: WORDS, maker: 'CH' });

  test('registers organisations and opens accounts in them', async () => {
    const organisation = await post('/api/organisations', warehouse());
    expect([organisation.status, organisation.body.maker]).toEqual([201, 'CH']);
    const { code } = organisation.body;
    const account = {
      organisation: code,
      email: `${code}@truepart.test`,
      name: code,
      password: PASSWORD,
      roles: ['lead'],
    };
    const opened = await post('/api/accounts', account);
    expect([opened.status, opened.body.organisation, opened.text.includes('argon2')]).toEqual([201, code, false]);
    expect((await signIn(code)).body.user.roles).toEqual(['lead']);
    const listed = await running.request.get(`/api/accounts?organisation=${code}`).set('cookie', admin);
    expect(listed.body.items).toEqual([opened.body]);
  });

  test.each([
    {
      name: 'a code that is taken',
      path: '/api/organisations',
      body: { kind: 'workshop', code: 'WS-1', name: WORDS },
      code: 'ORGANISATION_CODE_TAKEN',
      status: 409,
    },
    {
      name: 'a prefix that is taken',
      path: '/api/organisations',
      body: { kind: 'maker', code: 'CX', name: WORDS, gs1Prefix: '9521234' },
      code: 'GS1_PREFIX_TAKEN',
      status: 409,
    },
    {
      name: 'a warehouse of nobody',
      path: '/api/organisations',
      body: { kind: 'warehouse', code: 'WH-X', name: WORDS },
      code: 'MAKER_OF_WAREHOUSE',
      status: 400,
    },
    {
      name: 'a warehouse of a workshop',
      path: '/api/organisations',
      body: { kind: 'warehouse', code: 'WH-X', name: WORDS, maker: 'WS-1' },
      code: 'ORGANISATION_NOT_FOUND',
      status: 404,
    },
    {
      name: 'a prefix of a workshop',
      path: '/api/organisations',
      body: { kind: 'workshop', code: 'WS-8', name: WORDS, gs1Prefix: '9529999' },
      code: 'PREFIX_OF_MAKER',
      status: 400,
    },
    {
      name: 'a list for a name',
      path: '/api/organisations',
      body: { kind: 'workshop', code: 'WS-8', name: [] },
      code: 'INVALID_INPUT',
      status: 400,
    },
    {
      name: 'a name in one language',
      path: '/api/organisations',
      body: { kind: 'workshop', code: 'WS-9', name: { en: 'x' } },
      code: 'INVALID_INPUT',
      status: 400,
    },
    {
      name: 'an address that is taken',
      path: '/api/accounts',
      body: {
        organisation: 'WS-1',
        email: 'Technician@truepart.test',
        name: 'x',
        password: PASSWORD,
        roles: ['technician'],
      },
      code: 'EMAIL_TAKEN',
      status: 409,
    },
    {
      name: 'a role of another kind',
      path: '/api/accounts',
      body: { organisation: 'WS-1', email: 'x@truepart.test', name: 'x', password: PASSWORD, roles: ['lead'] },
      code: 'ROLE_NOT_OF_ORGANISATION',
      status: 400,
    },
  ])('is refused $name', async ({ path, body, code, status }) => {
    const answer = await post(path, body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test('disables an account: it is out at once, and cannot come back', async () => {
    const { id, name } = await somebodyNew('technician');
    const cookie = await cookieOf(name);
    expect(await whoIs(cookie)).toBe(200);
    const answer = await running.request.patch(`/api/accounts/${id}`).set('cookie', admin).send({ isDisabled: true });
    expect([answer.status, answer.body.disabledAt]).toEqual([200, expect.any(String)]);
    expect(await whoIs(cookie)).toBe(401);
    expect((await signIn(name)).body.code).toBe('SIGN_IN_FAILED');
    await running.request.patch(`/api/accounts/${id}`).set('cookie', admin).send({ isDisabled: false });
    expect((await signIn(name)).status).toBe(201);
  });

  test('changes roles: nobody works on under the old ones', async () => {
    const { id, name } = await somebodyNew('supervisor');
    const cookie = await cookieOf(name);
    await running.request
      .patch(`/api/accounts/${id}`)
      .set('cookie', admin)
      .send({ roles: ['technician'] });
    expect(await whoIs(cookie)).toBe(401);
    expect((await running.request.get('/api/api-keys').set('cookie', await cookieOf(name))).status).toBe(403);
  });

  test('gives a new password to somebody who lost theirs: the old one and its sessions end', async () => {
    const { id, name } = await somebodyNew('technician');
    const cookie = await cookieOf(name);
    const reset = (password: string) =>
      running.request.patch(`/api/accounts/${id}`).set('cookie', admin).send({ password });
    expect((await reset('too short')).status).toBe(400);
    expect(await whoIs(cookie)).toBe(200);
    const answer = await reset('a password of their own');
    expect([answer.status, answer.text.includes('a password')]).toEqual([200, false]);
    expect(await whoIs(cookie)).toBe(401);
    expect((await signIn(name)).body.code).toBe('SIGN_IN_FAILED');
    const credentials = { email: `${name}@truepart.test`, password: 'a password of their own' };
    expect((await running.request.post('/api/session').send(credentials)).status).toBe(201);
    const trail = await running.request.get(`/api/audit?subject=${id}`).set('cookie', admin);
    expect(trail.body.items[1].action).toBe('account.password_reset');
    expect(trail.text).not.toContain('a password');
  });

  test('finds organisations by what is within their code or a name', async () => {
    const found = await running.request.get('/api/organisations?query=ws-').set('cookie', admin);
    const codes = (found.body.items as { code: string }[]).map(({ code }) => code);
    expect(codes).toContain('WS-1');
    expect(codes.every((code) => code.startsWith('WS-'))).toBe(true);
  });

  test('cannot lock themselves out', async () => {
    const id = await accountId('admin');
    const answer = await running.request.patch(`/api/accounts/${id}`).set('cookie', admin).send({ isDisabled: true });
    expect(answer.body.code).toBe('OWN_ACCOUNT');
  });

  test.each(['/api/organisations', '/api/accounts'])('alone sees %s', async (path) => {
    for (const name of ['supervisor', 'editor', 'technician']) {
      expect((await running.request.get(path).set('cookie', await cookieOf(name))).status).toBe(403);
    }
    expect((await running.request.get(path)).status).toBe(401);
  });

  test('pages through all of them, each once', async () => {
    const codes: string[] = [];
    let after = '';
    do {
      const page = await running.request.get(`/api/organisations?limit=2${after}`).set('cookie', admin);
      codes.push(...page.body.items.map(({ code }: { code: string }) => code));
      after = page.body.next === null ? '' : `&after=${page.body.next}`;
    } while (after !== '');
    const [row] = await database.rows<{ codes: string[] }>(
      'SELECT array_agg(code ORDER BY code COLLATE "C") AS codes FROM organisation',
    );
    expect(codes).toEqual(row?.codes);
  });
});

describe('the audit', () => {
  const audit = (cookie: string, query = '') => running.request.get(`/api/audit${query}`).set('cookie', cookie);

  test('says who did what, in which request', async () => {
    const supervisor = await cookieOf('supervisor');
    const made = await makeKey(supervisor, { name: 'k', scopes: ['technician'] }).set('x-request-id', 'make-key-1');
    const { body } = await audit(supervisor, `?subject=${made.body.id}`);
    expect(body.items).toEqual([
      {
        id: expect.any(String),
        at: '2026-11-23T02:00:00.000Z',
        actor: { kind: 'account', id: await accountId('supervisor'), name: 'supervisor' },
        organisation: 'WS-1',
        action: 'api_key.created',
        subject: made.body.id,
        requestId: 'make-key-1',
        detail: { scopes: ['technician'], expiresAt: null },
      },
    ]);
  });

  test('shows an organisation its own, the administrator everything', async () => {
    await cookieOf('editor');
    const organisations = async (name: string) => {
      const { body } = await audit(await cookieOf(name), '?limit=200');
      return new Set(body.items.map((entry: { organisation: string }) => entry.organisation));
    };
    expect(await organisations('supervisor2')).toEqual(new Set(['WS-2']));
    expect(await organisations('admin')).toEqual(expect.objectContaining({ size: expect.any(Number) }));
    expect([...(await organisations('admin'))]).toEqual(expect.arrayContaining(['TP', 'CH', 'WS-1', 'WS-2', null]));
    expect((await audit(await cookieOf('technician'))).status).toBe(403);
  });

  test('is paged, newest first', async () => {
    const admin = await cookieOf('admin');
    const first = await audit(admin, '?limit=3');
    const second = await audit(admin, `?limit=3&after=${first.body.next}`);
    const ids = [...first.body.items, ...second.body.items].map(({ id }: { id: string }) => Number(id));
    expect(ids).toHaveLength(6);
    expect(ids).toEqual([...ids].sort((a, b) => b - a));
    expect((await audit(admin, '?after=nonsense')).body.errors[0].path).toBe('after');
  });

  test.each([
    'UPDATE audit_entry SET action = $1',
    'DELETE FROM audit_entry WHERE action <> $1',
    'TRUNCATE audit_entry',
  ])('cannot be changed by %s', async (statement) => {
    const values = statement.includes('$1') ? ['x'] : [];
    await expect(database.run(statement, values)).rejects.toThrow(/append-only/);
  });

  test('holds no e-mail address, no password and no key', async () => {
    const [row] = await database.rows<{ all: string }>(`SELECT string_agg(e::text, '') AS all FROM audit_entry e`);
    expect(row?.all).not.toMatch(/@|tp_|argon2|password":/);
  });
});

test('behind https the cookie is for this host and for https alone', async () => {
  const environment = { DEMO: 'false', PUBLIC_URL: 'https://truepart.example' };
  const secure = await startApp({ root: floorWith(), environment });
  try {
    await seed(secure);
    const body = { email: 'technician@truepart.test', password: PASSWORD };
    const answer = await secure.request.post('/api/session').set('origin', 'https://truepart.example').send(body);
    expect(answer.headers['set-cookie']?.[0]).toMatch(
      /^__Host-truepart=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  } finally {
    await secure.close();
  }
});
