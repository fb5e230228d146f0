import { FrontDoor, PASSWORD, WORKSHOP_NAME } from './support/front-door.ts';

let door: FrontDoor;
beforeAll(async () => {
  door = await FrontDoor.open();
});
afterAll(() => door.close());

describe('the administrator', () => {
  let admin: string;
  beforeAll(async () => (admin = await door.cookieOf('admin')));
  const post = (path: string, body: object) => door.running.request.post(path).set('cookie', admin).send(body);
  const warehouse = () => ({ kind: 'warehouse', code: `WH-${Date.now() % 1e6}`, name: WORKSHOP_NAME, maker: 'CH' });

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
    expect((await door.signIn(code)).body.user.roles).toEqual(['lead']);
    const listed = await door.running.request.get(`/api/accounts?organisation=${code}`).set('cookie', admin);
    expect(listed.body.items).toEqual([opened.body]);
  });

  test.each([
    {
      name: 'a code that is taken',
      path: '/api/organisations',
      body: { kind: 'workshop', code: 'WS-1', name: WORKSHOP_NAME },
      code: 'ORGANISATION_CODE_TAKEN',
      status: 409,
    },
    {
      name: 'a prefix that is taken',
      path: '/api/organisations',
      body: { kind: 'maker', code: 'CX', name: WORKSHOP_NAME, gs1Prefix: '9521234' },
      code: 'GS1_PREFIX_TAKEN',
      status: 409,
    },
    {
      name: 'a warehouse of nobody',
      path: '/api/organisations',
      body: { kind: 'warehouse', code: 'WH-X', name: WORKSHOP_NAME },
      code: 'MAKER_OF_WAREHOUSE',
      status: 400,
    },
    {
      name: 'a warehouse of a workshop',
      path: '/api/organisations',
      body: { kind: 'warehouse', code: 'WH-X', name: WORKSHOP_NAME, maker: 'WS-1' },
      code: 'ORGANISATION_NOT_FOUND',
      status: 404,
    },
    {
      name: 'a prefix of a workshop',
      path: '/api/organisations',
      body: { kind: 'workshop', code: 'WS-8', name: WORKSHOP_NAME, gs1Prefix: '9529999' },
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
    const { id, name } = await door.somebodyNew('technician');
    const cookie = await door.cookieOf(name);
    expect(await door.whoIs(cookie)).toBe(200);
    const answer = await door.running.request
      .patch(`/api/accounts/${id}`)
      .set('cookie', admin)
      .send({ isDisabled: true });
    expect([answer.status, answer.body.disabledAt]).toEqual([200, expect.any(String)]);
    expect(await door.whoIs(cookie)).toBe(401);
    expect((await door.signIn(name)).body.code).toBe('SIGN_IN_FAILED');
    await door.running.request.patch(`/api/accounts/${id}`).set('cookie', admin).send({ isDisabled: false });
    expect((await door.signIn(name)).status).toBe(201);
  });

  test('changes roles: nobody works on under the old ones', async () => {
    const { id, name } = await door.somebodyNew('supervisor');
    const cookie = await door.cookieOf(name);
    await door.running.request
      .patch(`/api/accounts/${id}`)
      .set('cookie', admin)
      .send({ roles: ['technician'] });
    expect(await door.whoIs(cookie)).toBe(401);
    expect((await door.running.request.get('/api/api-keys').set('cookie', await door.cookieOf(name))).status).toBe(403);
  });

  test('gives a new password to somebody who lost theirs: the old one and its sessions end', async () => {
    const { id, name } = await door.somebodyNew('technician');
    const cookie = await door.cookieOf(name);
    const reset = (password: string) =>
      door.running.request.patch(`/api/accounts/${id}`).set('cookie', admin).send({ password });
    expect((await reset('too short')).status).toBe(400);
    expect(await door.whoIs(cookie)).toBe(200);
    const answer = await reset('a password of their own');
    expect([answer.status, answer.text.includes('a password')]).toEqual([200, false]);
    expect(await door.whoIs(cookie)).toBe(401);
    expect((await door.signIn(name)).body.code).toBe('SIGN_IN_FAILED');
    const credentials = { email: `${name}@truepart.test`, password: 'a password of their own' };
    expect((await door.running.request.post('/api/session').send(credentials)).status).toBe(201);
    const trail = await door.running.request.get(`/api/audit?subject=${id}`).set('cookie', admin);
    expect(trail.body.items[1].action).toBe('account.password_reset');
    expect(trail.text).not.toContain('a password');
  });

  test('finds organisations by what is within their code or a name', async () => {
    const found = await door.running.request.get('/api/organisations?query=ws-').set('cookie', admin);
    const codes = (found.body.items as { code: string }[]).map(({ code }) => code);
    expect(codes).toContain('WS-1');
    expect(codes.every((code) => code.startsWith('WS-'))).toBe(true);
  });

  test('cannot lock themselves out', async () => {
    const id = await door.accountId('admin');
    const answer = await door.running.request
      .patch(`/api/accounts/${id}`)
      .set('cookie', admin)
      .send({ isDisabled: true });
    expect(answer.body.code).toBe('OWN_ACCOUNT');
  });

  test.each(['/api/organisations', '/api/accounts'])('alone sees %s', async (path) => {
    for (const name of ['supervisor', 'editor', 'technician']) {
      expect((await door.running.request.get(path).set('cookie', await door.cookieOf(name))).status).toBe(403);
    }
    expect((await door.running.request.get(path)).status).toBe(401);
  });

  test('pages through all of them, each once', async () => {
    const codes: string[] = [];
    let after = '';
    do {
      const page = await door.running.request.get(`/api/organisations?limit=2${after}`).set('cookie', admin);
      codes.push(...page.body.items.map(({ code }: { code: string }) => code));
      after = page.body.next === null ? '' : `&after=${page.body.next}`;
    } while (after !== '');
    const [row] = await door.database.rows<{ codes: string[] }>(
      'SELECT array_agg(code ORDER BY code COLLATE "C") AS codes FROM organisation',
    );
    expect(codes).toEqual(row?.codes);
  });
});
