import { FrontDoor } from './support/front-door.ts';

let door: FrontDoor;
beforeAll(async () => {
  door = await FrontDoor.open();
});
afterAll(() => door.close());

describe('the audit', () => {
  const audit = (cookie: string, query = '') => door.running.request.get(`/api/audit${query}`).set('cookie', cookie);

  test('says who did what, in which request', async () => {
    const supervisor = await door.cookieOf('supervisor');
    const made = await door
      .makeKey(supervisor, { name: 'k', scopes: ['technician'] })
      .set('x-request-id', 'make-key-1');
    const { body } = await audit(supervisor, `?subject=${made.body.id}`);
    expect(body.items).toEqual([
      {
        id: expect.any(String),
        at: '2026-11-23T02:00:00.000Z',
        actor: { kind: 'account', id: await door.accountId('supervisor'), name: 'supervisor' },
        organisation: 'WS-1',
        action: 'api_key.created',
        subject: made.body.id,
        requestId: 'make-key-1',
        detail: { scopes: ['technician'], expiresAt: null },
      },
    ]);
  });

  test('shows an organisation its own, the administrator everything', async () => {
    await door.cookieOf('editor');
    const organisations = async (name: string) => {
      const { body } = await audit(await door.cookieOf(name), '?limit=200');
      return new Set(body.items.map((entry: { organisation: string }) => entry.organisation));
    };
    expect(await organisations('supervisor2')).toEqual(new Set(['WS-2']));
    expect(await organisations('admin')).toEqual(expect.objectContaining({ size: expect.any(Number) }));
    expect([...(await organisations('admin'))]).toEqual(expect.arrayContaining(['TP', 'CH', 'WS-1', 'WS-2', null]));
    expect((await audit(await door.cookieOf('technician'))).status).toBe(403);
  });

  test('is paged, newest first', async () => {
    const admin = await door.cookieOf('admin');
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
    await expect(door.database.run(statement, values)).rejects.toThrow(/append-only/);
  });

  test('holds no e-mail address, no password and no key', async () => {
    const [row] = await door.database.rows<{ all: string }>(`SELECT string_agg(e::text, '') AS all FROM audit_entry e`);
    expect(row?.all).not.toMatch(/@|tp_|argon2|password":/);
  });
});
