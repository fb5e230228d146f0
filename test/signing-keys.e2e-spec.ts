import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '../src/auth/actor.ts';
import { OrganisationsService } from '../src/auth/organisations.service.ts';
import { digestOf, hintOf, newApiKey } from '../src/auth/secrets.ts';
import { Database } from '../src/database/database.ts';
import { newId } from '../src/kernel/identifiers.ts';
import { startApp, type RunningApp } from './support/app.ts';

let running: RunningApp;
let dataDir: string;
let custodian: Record<string, string>;
let analyst: Record<string, string>;
let rival: Record<string, string>;
let lead: Record<string, string>;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'truepart-keys-'));
  running = await startApp({ environment: { DATA_DIR: dataDir } });
  custodian = await machine('maker', 'CH', 'key_custodian');
  analyst = await machine('maker', 'CH', 'analyst');
  rival = await machine('maker', 'XX', 'key_custodian');
  lead = await machine('warehouse', 'WH-HZ', 'lead');
});
afterAll(async () => {
  await running.close();
  rmSync(dataDir, { recursive: true });
});

/** The headers of a machine of an organisation, which is made if need be. */
async function machine(kind: 'maker' | 'warehouse', code: string, role: Role): Promise<Record<string, string>> {
  const database = running.app.get(Database, { strict: false });
  const found = await database.first<{ id: string }>('SELECT id FROM organisation WHERE code = $1', [code]);
  const organisation =
    found ??
    (await running.app.get(OrganisationsService, { strict: false }).create('system', {
      kind,
      code,
      name: { zh: code, en: code },
      ...(kind === 'warehouse' ? { maker: 'CH' } : {}),
    }));
  const key = newApiKey();
  await database.run(
    `INSERT INTO api_key (id, organisation_id, name, secret_hash, hint, scopes, created_by) VALUES ($1, $2, $3, $4, $5, $6, $1)`,
    [newId(), organisation.id, role, digestOf(key), hintOf(key), [role]],
  );
  return { authorization: `Bearer ${key}` };
}

interface Key {
  readonly kid: string;
  readonly alg: string;
  readonly status: string;
  readonly cutOff: string | null;
}

const rotate = (headers: Record<string, string>, body: object = {}) =>
  running.request.post('/api/keys/rotation').set(headers).send(body);
const revoke = (headers: Record<string, string>, kid: string, body: object) =>
  running.request.post(`/api/keys/${kid}/revocation`).set(headers).send(body);
const keysOf = async (headers: Record<string, string>): Promise<Key[]> => {
  const { body } = await running.request.get('/api/keys').set(headers).expect(200);
  return (body as { items: Key[] }).items;
};
const published = async (): Promise<(Key & { maker: string })[]> => {
  const { body } = await running.request.get('/.well-known/jwks.json').expect(200);
  return (body as { keys: (Key & { maker: string })[] }).keys;
};
const REASON = 'The disk of the signing server was stolen';

test('a custodian rotates and revokes, and the world sees it', async () => {
  const first = (await rotate(custodian).expect(201)).body as Key;
  expect(first).toMatchObject({ alg: 'ES256', status: 'active' });
  running.clock.advance(1000);
  const second = (await rotate(custodian, { alg: 'Ed25519' }).expect(201)).body as Key;
  expect((await keysOf(custodian)).map(({ kid, alg, status }) => ({ kid, alg, status }))).toEqual([
    { kid: second.kid, alg: 'Ed25519', status: 'active' },
    { kid: first.kid, alg: 'ES256', status: 'retired' },
  ]);
  const cutOff = '2026-11-22T08:00:00+08:00';
  await revoke(custodian, first.kid, { cutOff, reason: REASON }).expect(201);
  expect(await published()).toEqual([
    expect.objectContaining({ kid: first.kid, status: 'revoked', cutOff: '2026-11-22T00:00:00.000Z', maker: 'CH' }),
    expect.objectContaining({ kid: second.kid, status: 'active', cutOff: null, maker: 'CH' }),
  ]);
  const { body } = await running.request.get('/api/audit').set(custodian).expect(200);
  const actions = (body as { items: { action: string; subject: string }[] }).items;
  expect(actions).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ action: 'signing_key.revoked', subject: first.kid }),
      expect.objectContaining({ action: 'signing_key.activated', subject: second.kid }),
    ]),
  );
});

test('one Idempotency-Key makes one key', async () => {
  const headers = { ...custodian, 'idempotency-key': 'rotate-once' };
  const answers = await Promise.all([rotate(headers), rotate(headers)]);
  const kids = new Set(answers.map(({ body }) => (body as Key).kid));
  expect(kids.size).toBe(1);
  // The old private half goes after the answer.
  while (readdirSync(join(dataDir, 'keys')).length > 1) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(readdirSync(join(dataDir, 'keys'))).toEqual([`${[...kids][0]}.json`]);
});

test('nobody else touches them', async () => {
  const { kid } = (await rotate(custodian).expect(201)).body as Key;
  const body = { cutOff: '2026-11-01T00:00:00Z', reason: REASON };
  await revoke(rival, kid, body).expect(404);
  expect(await keysOf(rival)).toEqual([]);
  for (const headers of [analyst, lead]) {
    await rotate(headers).expect(403);
    await revoke(headers, kid, body).expect(403);
  }
  await rotate({}).expect(401);
  await running.request.get('/api/keys').set(lead).expect(403);
  expect((await keysOf(analyst))[0]).toMatchObject({ kid, status: 'active' });
});

test.each<[string, object, string]>([
  ['no cut-off', { reason: REASON }, 'INVALID_INPUT'],
  ['a day only', { cutOff: '2026-11-01', reason: REASON }, 'INVALID_INPUT'],
  ['no time zone', { cutOff: '2026-11-01T00:00:00', reason: REASON }, 'INVALID_INPUT'],
  ['30 February', { cutOff: '2026-02-30T00:00:00Z', reason: REASON }, 'INVALID_INPUT'],
  ['an hour too many', { cutOff: '2026-11-01T24:00:00Z', reason: REASON }, 'INVALID_INPUT'],
  ['no reason', { cutOff: '2026-11-01T00:00:00Z', reason: '' }, 'INVALID_INPUT'],
  ['an unknown member', { cutOff: '2026-11-01T00:00:00Z', reason: REASON, force: true }, 'INVALID_INPUT'],
  ['a cut-off to come', { cutOff: '2027-01-01T00:00:00Z', reason: REASON }, 'KEY_CUT_OFF_IN_FUTURE'],
])('a revocation with %s is refused', async (_, body, code) => {
  const { kid } = (await rotate(custodian).expect(201)).body as Key;
  const answer = await revoke(custodian, kid, body).expect(400);
  expect(answer.body).toMatchObject({ code });
  expect((await keysOf(custodian))[0]).toMatchObject({ kid, status: 'active' });
});

test('strange kids and algs are refused, null is the default', async () => {
  await revoke(custodian, '..%2F..%2Fetc%2Fpasswd', { cutOff: '2026-11-01T00:00:00Z', reason: REASON }).expect(400);
  await rotate(custodian, { alg: 'HS256' }).expect(400);
  expect((await rotate(custodian, { alg: null }).expect(201)).body).toMatchObject({ alg: 'ES256' });
});

test('no private half is in any answer or log line', async () => {
  const secrets = readdirSync(join(dataDir, 'keys'));
  expect(secrets.length).toBeGreaterThan(0);
  const said = JSON.stringify([await published(), await keysOf(custodian), running.logged]);
  expect(said).not.toMatch(/"d\\?":/);
});
