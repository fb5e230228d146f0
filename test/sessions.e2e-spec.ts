import { FrontDoor, PASSWORD, WORKSHOP_NAME } from './support/front-door.ts';

const HOUR = 3_600_000;

let door: FrontDoor;
beforeAll(async () => {
  door = await FrontDoor.open();
});
afterAll(() => door.close());

describe('signing in', () => {
  test('sets a cookie that scripts and other sites cannot use, and tells who it is', async () => {
    const answer = await door.signIn('technician').set('accept-language', 'zh-CN');
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
        organisation: {
          id: expect.any(String),
          kind: 'workshop',
          code: 'WS-1',
          name: WORKSHOP_NAME.zh,
          names: WORKSHOP_NAME,
        },
      },
    });
  });

  test('the database holds neither the token nor the password', async () => {
    const token = (await door.cookieOf('technician')).split('=')[1]!;
    const [stored] = await door.database.rows<{ all: string }>(
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
    const answer = await door.signIn(who, password);
    expect([answer.status, answer.body.code, answer.headers['set-cookie']]).toEqual([401, 'SIGN_IN_FAILED', undefined]);
  });

  test('the address may be written in any case', async () => {
    const email = 'TECHNICIAN@Truepart.Test';
    expect((await door.running.request.post('/api/session').send({ email, password: PASSWORD })).status).toBe(201);
  });

  test('a session that the browser had before ends', async () => {
    const before = await door.cookieOf('technician');
    await door.signIn('technician').set('cookie', before).set('sec-fetch-site', 'same-origin');
    expect(await door.whoIs(before)).toBe(401);
  });
});

describe('guessing', () => {
  let limited: FrontDoor;
  beforeAll(async () => {
    limited = await FrontDoor.open({ THROTTLE_SIGN_INS: '3' });
  });
  afterAll(() => limited.close());
  const guess = (name: string, password: string) =>
    limited.running.request.post('/api/session').send({ email: `${name}@truepart.test`, password });

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
      statuses.push((await limited.running.request.get('/api/session').set('authorization', 'Bearer tp_wrong')).status);
    }
    expect([statuses[0], statuses[59], statuses[60]]).toEqual([401, 401, 429]);
  });
});

describe('a phone with many hands', () => {
  test('what is meant for one account is never done as another', async () => {
    const cookie = await door.cookieOf('technician');
    const asking = (account: string) =>
      door.running.request.get('/api/session').set('cookie', cookie).set('Truepart-Account', account);
    expect((await asking(await door.accountId('technician'))).status).toBe(200);
    const refused = await asking(await door.accountId('supervisor'));
    expect([refused.status, refused.body.code]).toEqual([401, 'ANOTHER_ACCOUNT']);
  });
});

describe('signing out', () => {
  test('ends this session alone, at once, and takes the cookie away', async () => {
    const [desk, phone] = [await door.cookieOf('technician'), await door.cookieOf('technician')];
    expect(await door.whoIs(desk)).toBe(200);
    const answer = await door.running.request.delete('/api/session').set('cookie', desk);
    expect(answer.status).toBe(204);
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^truepart=; .*Expires=Thu, 01 Jan 1970/);
    expect([await door.whoIs(desk), await door.whoIs(phone)]).toEqual([401, 200]);
  });

  test('everywhere ends every session of the account at once, and of nobody else', async () => {
    const [desk, phone, other] = [
      await door.cookieOf('supervisor'),
      await door.cookieOf('supervisor'),
      await door.cookieOf('supervisor2'),
    ];
    for (const cookie of [desk, phone, other]) expect(await door.whoIs(cookie)).toBe(200);
    expect((await door.running.request.delete('/api/sessions').set('cookie', desk)).status).toBe(204);
    expect([await door.whoIs(desk), await door.whoIs(phone), await door.whoIs(other)]).toEqual([401, 401, 200]);
  });

  test('nobody may do it too', async () => {
    expect((await door.running.request.delete('/api/session')).status).toBe(204);
  });

  test('a session ends by itself after its hours', async () => {
    const cookie = await door.cookieOf('technician');
    const began = door.running.clock.now();
    door.running.clock.advance(12 * HOUR - 1);
    expect(await door.whoIs(cookie)).toBe(200);
    door.running.clock.advance(1);
    expect(await door.whoIs(cookie)).toBe(401);
    door.running.clock.set(began);
  });
});

describe('changing the password', () => {
  const change = (cookie: string, current: string, next: string) =>
    door.running.request.post('/api/session/password').set('cookie', cookie).send({ current, next });

  test('ends every other session, and the old one no longer opens', async () => {
    const { name } = await door.somebodyNew('technician');
    const [desk, phone] = [await door.cookieOf(name), await door.cookieOf(name)];
    expect((await change(desk, PASSWORD, 'another long password')).status).toBe(204);
    expect([await door.whoIs(desk), await door.whoIs(phone)]).toEqual([200, 401]);
    expect((await door.signIn(name)).status).toBe(401);
    expect((await door.signIn(name, 'another long password')).status).toBe(201);
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
    const answer = await change(await door.cookieOf('technician'), current, next);
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
    const cookie = await door.cookieOf('technician');
    const answer = await door.running.request.delete('/api/sessions').set('cookie', cookie).set(headers);
    expect(answer.status).toBe(status);
    expect(await door.whoIs(cookie)).toBe(status === 204 ? 401 : 200);
  });

  test('may read what they could read anyway', async () => {
    const cookie = await door.cookieOf('technician');
    const answer = await door.running.request
      .get('/api/session')
      .set('cookie', cookie)
      .set('sec-fetch-site', 'cross-site');
    expect(answer.status).toBe(200);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });

  test('cannot sign a visitor in as somebody else', async () => {
    expect((await door.signIn('technician').set('sec-fetch-site', 'cross-site')).body.code).toBe('CROSS_SITE_REQUEST');
  });

  test('are nothing to an API key, which no browser sends by itself', async () => {
    const { secret } = (await door.makeKey(await door.cookieOf('supervisor'), { name: 'k', scopes: ['technician'] }))
      .body;
    const answer = await door.running.request
      .delete('/api/session')
      .set('authorization', `Bearer ${secret}`)
      .set('content-type', 'application/json');
    expect(answer.status).toBe(204);
  });
});

test('behind https the cookie is for this host and for https alone', async () => {
  const secure = await FrontDoor.open({ DEMO: 'false', PUBLIC_URL: 'https://truepart.example' });
  try {
    const body = { email: 'technician@truepart.test', password: PASSWORD };
    const answer = await secure.running.request
      .post('/api/session')
      .set('origin', 'https://truepart.example')
      .send(body);
    expect(answer.headers['set-cookie']?.[0]).toMatch(
      /^__Host-truepart=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  } finally {
    await secure.close();
  }
});
