import type { Role } from '../src/auth/actor.ts';
import { FrontDoor, PASSWORD } from './support/front-door.ts';

const HOUR = 3_600_000;

let door: FrontDoor;
beforeAll(async () => {
  door = await FrontDoor.open();
});
afterAll(() => door.close());

const withKey = (secret: string) => door.running.request.get('/api/session').set('authorization', `Bearer ${secret}`);

describe('API keys', () => {
  let supervisor: string;
  beforeEach(async () => (supervisor = await door.cookieOf('supervisor')));

  test('act for their organisation with their scopes, and are shown once', async () => {
    const made = await door.makeKey(supervisor, { name: 'DMS', scopes: ['advisor'] });
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
    const list = await door.running.request.get('/api/api-keys').set('cookie', supervisor);
    expect(list.body.items[0]).toMatchObject({ id: made.body.id, lastUsedAt: expect.any(String) });
    const [row] = await door.database.rows<{ all: string }>(`SELECT string_agg(k::text, '') AS all FROM api_key k`);
    for (const text of [list.text, row!.all]) expect(text).not.toContain(made.body.secret.slice(8));
  });

  test('revoked, they end at once', async () => {
    const { id, secret } = (await door.makeKey(supervisor, { name: 'k', scopes: ['technician'] })).body;
    expect((await withKey(secret)).status).toBe(200);
    for (let again = 0; again < 2; again++) {
      expect((await door.running.request.delete(`/api/api-keys/${id}`).set('cookie', supervisor)).status).toBe(204);
    }
    const answer = await withKey(secret);
    expect([answer.status, answer.headers['www-authenticate']]).toEqual([401, 'Bearer realm="truepart"']);
  });

  test('end by themselves at their time', async () => {
    const expiresAt = new Date(door.running.clock.now().getTime() + HOUR).toISOString();
    const { secret } = (await door.makeKey(supervisor, { name: 'k', scopes: ['technician'], expiresAt })).body;
    const began = door.running.clock.now();
    expect((await withKey(secret)).status).toBe(200);
    door.running.clock.advance(HOUR);
    expect((await withKey(secret)).status).toBe(401);
    door.running.clock.set(began);
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
    const answer = await door.makeKey(supervisor, { name: 'k', ...body });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test('cannot make a key that may do more than they', async () => {
    const { secret } = (await door.makeKey(supervisor, { name: 'k', scopes: ['supervisor'] })).body;
    const make = (scopes: Role[]) =>
      door.running.request.post('/api/api-keys').set('authorization', `Bearer ${secret}`).send({ name: 'k2', scopes });
    expect((await make(['supervisor'])).status).toBe(201);
    expect((await make(['supervisor', 'technician'])).body.code).toBe('ROLES_BEYOND_OWN');
  });

  test('of another organisation do not exist', async () => {
    const { id } = (await door.makeKey(await door.cookieOf('supervisor2'), { name: 'k', scopes: ['technician'] })).body;
    const answer = await door.running.request.delete(`/api/api-keys/${id}`).set('cookie', supervisor);
    expect([answer.status, answer.body.code]).toEqual([404, 'API_KEY_NOT_FOUND']);
    const { body } = await door.running.request.get('/api/api-keys?limit=200').set('cookie', supervisor);
    expect(body.items.map((key: { id: string }) => key.id)).not.toContain(id);
  });

  test('are not for everybody to make', async () => {
    const answer = await door.makeKey(await door.cookieOf('technician'), { name: 'k', scopes: ['technician'] });
    expect([answer.status, answer.body.code]).toEqual([403, 'FORBIDDEN']);
  });

  test('cannot sign people out or change their password', async () => {
    const { secret } = (await door.makeKey(supervisor, { name: 'k', scopes: ['technician'] })).body;
    const key = { authorization: `Bearer ${secret}` };
    const passwords = { current: PASSWORD, next: 'another long password' };
    expect((await door.running.request.delete('/api/sessions').set(key)).body.code).toBe('PEOPLE_ONLY');
    expect((await door.running.request.post('/api/session/password').set(key).send(passwords)).body.code).toBe(
      'PEOPLE_ONLY',
    );
  });

  test.each(['Bearer nonsense', 'Bearer', `Bearer tp_${'a'.repeat(43)}`, 'Basic dGVzdDp0ZXN0'])(
    '%s opens nothing',
    async (authorization) => {
      const answer = await door.running.request.get('/health/live').set('authorization', authorization);
      expect([answer.status, answer.body.code]).toEqual([401, 'UNAUTHENTICATED']);
    },
  );
});
