import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { compactVerify, createLocalJWKSet } from 'jose';
import { DataSource } from 'typeorm';
import { testDatabase, type TestDatabase } from '../../test/support/database.ts';
import type { Actor } from '../auth/actor.ts';
import { AuditService } from '../auth/audit.service.ts';
import { Config } from '../config/config.ts';
import { connectionOptions } from '../database/connection.ts';
import { Database } from '../database/database.ts';
import { FixedClock } from '../kernel/clock.ts';
import { newId, type OrganisationId } from '../kernel/identifiers.ts';
import { JwksController } from './jwks.controller.ts';
import { compactJws, type PublishedKey } from './label-signature.ts';
import { parseLabel, type Label } from './label-text.ts';
import { PrivateKeyFiles, PrivateKeyUnavailable } from './private-key-store.ts';
import { PublishedKeysService } from './published-keys.service.ts';
import { SigningKey } from './signing-key.entity.ts';
import { SigningKeysService } from './signing-keys.service.ts';
import { SigningService } from './signing.service.ts';

const UNIT = { gtin: '09521234100003', serial: '7Q3K9D0A2FXM' };
const clock = new FixedClock(new Date('2026-11-23T02:00:00Z'));

/** Everything one server process has of its own. Two of them share the database and the folder, and no memory. */
class Server {
  readonly database: Database;
  readonly published: PublishedKeysService;
  readonly keys: SigningKeysService;
  readonly signing: SigningService;

  constructor(
    private readonly source: DataSource,
    readonly config: Config,
  ) {
    const store = new PrivateKeyFiles(config);
    this.database = new Database(source);
    this.published = new PublishedKeysService(this.database);
    this.keys = new SigningKeysService(this.database, store, this.published, new AuditService(clock), clock);
    this.signing = new SigningService(config, this.database, this.keys, store);
  }

  static async start(url: string, dataDir: string): Promise<Server> {
    const source = new DataSource({ ...connectionOptions(url, 10), entities: [SigningKey] });
    const config = Config.from({ DATA_DIR: dataDir, PUBLIC_URL: 'http://localhost:3000', NODE_ENV: 'test' });
    return new Server(await source.initialize(), config);
  }

  stop(): Promise<void> {
    return this.source.destroy();
  }

  async label(makerId: OrganisationId): Promise<Label> {
    const { text } = await (await this.signing.signerOf(makerId)).sign(UNIT);
    return parseLabel(text, this.config.publicUrl) as Label;
  }
}

let database: TestDatabase;
let dataDir: string;
let one: Server;
let two: Server;

beforeAll(async () => {
  database = await testDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'truepart-keys-'));
  [one, two] = [await Server.start(database.url, dataDir), await Server.start(database.url, dataDir)];
});

afterAll(async () => {
  await Promise.all([one.stop(), two.stop()]);
  await database.drop();
  await rm(dataDir, { recursive: true });
});

async function newMaker(gs1Prefix: string | null = null): Promise<Actor> {
  const id = newId<OrganisationId>();
  const code = `MK-${id.slice(-12)}`;
  await one.database.run(
    `INSERT INTO organisation (id, kind, code, name_zh, name_en, gs1_prefix) VALUES ($1, 'maker', $2, '厂', 'Maker', $3)`,
    [id, code, gs1Prefix],
  );
  const account = newId();
  await one.database.run(
    `INSERT INTO account (id, organisation_id, email, name, password_hash, roles) VALUES ($1, $2, $3, 'K', '-', '{key_custodian}')`,
    [account, id, `${account}@example.test`],
  );
  const organisation = { id, kind: 'maker', code, name: { zh: '厂', en: 'Maker' }, makerId: id } as const;
  return { kind: 'account', id: account, name: 'K', organisation, roles: ['key_custodian'] };
}

const keyFile = (kid: string): string => join(dataDir, 'keys', `${kid}.json`);
const filesOfKeys = async (): Promise<string[]> => (await readdir(join(dataDir, 'keys'))).sort();
/** A private half goes after the answer; if it stays, the test's time runs out. */
async function vanished(kid: string): Promise<void> {
  while ((await filesOfKeys()).includes(`${kid}.json`)) await new Promise((resolve) => setTimeout(resolve, 5));
}
const statuses = async ({ organisation }: Actor): Promise<string[]> =>
  (await one.keys.ofMaker(organisation.id)).map(({ status }) => status);

describe('first use', () => {
  it('makes one key, however many ask at once in two processes', async () => {
    const { organisation } = await newMaker();
    const before = await filesOfKeys().catch((): string[] => []);
    const asked = Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? one : two).keys.active(organisation.id));
    const kids = new Set((await Promise.all(asked)).map(({ kid }) => kid));
    expect(kids.size).toBe(1);
    expect((await filesOfKeys()).filter((name) => !before.includes(name))).toEqual([`${[...kids][0]}.json`]);
  });

  it('signs what everybody verifies, also who has not heard of the key', async () => {
    const { organisation } = await newMaker();
    await two.published.current();
    const label = await one.label(organisation.id);
    const expected = { signature: 'true', maker: organisation.code, keyStatus: 'active', cutOffAt: null };
    expect(await one.published.check(label)).toMatchObject(expected);
    expect(await two.published.check(label)).toMatchObject(expected);
  });

  it('is for makers', async () => {
    const before = await filesOfKeys();
    await expect(one.keys.active(newId<OrganisationId>())).rejects.toMatchObject({ code: 'NOT_A_MAKER' });
    expect(await filesOfKeys()).toEqual(before);
  });

  it('puts the private half into a file for us alone, and nowhere else', async () => {
    const { organisation } = await newMaker();
    const { kid } = await one.keys.active(organisation.id);
    const { d } = JSON.parse(await readFile(keyFile(kid), 'utf8')) as { d: string };
    expect((await stat(keyFile(kid))).mode & 0o777).toBe(0o600);
    expect((await stat(join(dataDir, 'keys'))).mode & 0o777).toBe(0o700);
    const [row] = await one.database.rows<{ text: string }>(
      `SELECT string_agg(k::text, '') || (SELECT string_agg(a::text, '') FROM audit_entry a) AS text FROM signing_key k`,
    );
    expect(row?.text).toContain(kid);
    expect(row?.text).not.toContain(d);
    expect((await one.published.current()).jwks).not.toContain(d);
  });
});

describe('a private half that is no use', () => {
  async function brokenBy(work: (file: string) => Promise<unknown>): Promise<{ error: Error; kid: string }> {
    const { organisation } = await newMaker();
    const { kid } = await one.keys.active(organisation.id);
    await work(keyFile(kid));
    const error = await one.signing.signerOf(organisation.id).then(
      () => new Error('it signs'),
      (error: Error) => error,
    );
    return { error, kid };
  }

  test.each<[string, (file: string) => Promise<unknown>, RegExp]>([
    ['missing', (file) => rm(file), /is missing: .*\.json\. Restore it from a backup/],
    ['open to others', (file) => chmod(file, 0o640), /lies open to other users: .* has mode 640\. Run chmod 600/],
    ['damaged', (file) => writeFile(file, '{"kty":"EC","d":"SECRET'), /is damaged: /],
    ['of another key', (file) => exchange(file), /is that of another key: /],
  ])('says what to do: %s', async (_, work, message) => {
    const { error, kid } = await brokenBy(work);
    expect(error).toBeInstanceOf(PrivateKeyUnavailable);
    expect(error.message).toContain(kid);
    expect(error.message).toMatch(message);
    expect(JSON.stringify([error.message, error.stack, error.cause])).not.toContain('SECRET');
  });

  async function exchange(file: string): Promise<void> {
    const { kid } = await two.keys.active((await newMaker()).organisation.id);
    await writeFile(file, await readFile(keyFile(kid)));
  }

  it('is mended by a rotation', async () => {
    const actor = await newMaker();
    await rm(keyFile((await one.keys.active(actor.organisation.id)).kid));
    const { kid } = await one.keys.rotate(actor, 'ES256');
    expect((await one.signing.signerOf(actor.organisation.id)).kid).toBe(kid);
  });
});

describe('rotation', () => {
  it('signs with the new key everywhere, keeps old labels good and deletes the old private half', async () => {
    const actor = await newMaker();
    const old = await one.label(actor.organisation.id);
    const { kid: oldKid } = await two.signing.signerOf(actor.organisation.id);
    const key = await one.keys.rotate(actor, 'Ed25519');
    expect(key).toMatchObject({ alg: 'Ed25519', status: 'active' });
    expect((await two.signing.signerOf(actor.organisation.id)).kid).toBe(key.kid);
    expect(await two.published.check(await two.label(actor.organisation.id))).toMatchObject({ kid: key.kid });
    expect(await one.published.check(old)).toMatchObject({ signature: 'true', kid: oldKid, keyStatus: 'retired' });
    expect(await statuses(actor)).toEqual(expect.arrayContaining(['active', 'retired']));
    await vanished(oldKid);
  });

  it('leaves one active key when two do it at once', async () => {
    const actor = await newMaker();
    await Promise.all([one, two, one, two].map(({ keys }) => keys.rotate(actor, 'ES256')));
    expect((await statuses(actor)).sort()).toEqual(['active', 'retired', 'retired', 'retired']);
    await one.label(actor.organisation.id);
  });

  it('undone with its transaction, leaves the old key at work', async () => {
    const actor = await newMaker();
    const { kid } = await one.keys.active(actor.organisation.id);
    const undone = one.database.unite(async () => {
      await one.keys.rotate(actor, 'ES256');
      throw new Error('later trouble');
    });
    await expect(undone).rejects.toThrow('later trouble');
    expect((await one.signing.signerOf(actor.organisation.id)).kid).toBe(kid);
    await one.label(actor.organisation.id);
  });
});

describe('revocation', () => {
  const cutOff = new Date('2026-11-01T00:00:00Z');

  it('marks the labels with the cut-off, and the next label has another key', async () => {
    const actor = await newMaker();
    const label = await one.label(actor.organisation.id);
    const { kid } = await one.keys.active(actor.organisation.id);
    const revoked = await one.keys.revoke(actor, kid, cutOff, 'disk stolen');
    expect(revoked).toMatchObject({ status: 'revoked', cutOff, reason: 'disk stolen', notAfter: clock.now() });
    expect(await one.published.check(label)).toMatchObject({ keyStatus: 'revoked', cutOffAt: cutOff });
    await vanished(kid);
    expect((await one.signing.signerOf(actor.organisation.id)).kid).not.toBe(kid);
  });

  it('can be moved earlier, not later and not into the future', async () => {
    const actor = await newMaker();
    const { kid } = await one.keys.active(actor.organisation.id);
    const at = (time: string) => one.keys.revoke(actor, kid, new Date(time), 'disk stolen');
    await expect(at('2026-11-23T02:00:01Z')).rejects.toMatchObject({ code: 'KEY_CUT_OFF_IN_FUTURE' });
    await at('2026-11-01T00:00:00Z');
    await expect(at('2026-11-02T00:00:00Z')).rejects.toMatchObject({ code: 'KEY_ALREADY_REVOKED' });
    expect((await at('2026-10-01T00:00:00Z')).cutOff).toEqual(new Date('2026-10-01T00:00:00Z'));
  });

  it('is for a maker’s own keys', async () => {
    const { kid } = await one.keys.active((await newMaker()).organisation.id);
    const stranger = await newMaker();
    await expect(one.keys.revoke(stranger, kid, cutOff, 'spite')).rejects.toMatchObject({
      code: 'SIGNING_KEY_NOT_FOUND',
    });
  });
});

it('a key does not sign the GTINs of another maker', async () => {
  const { organisation } = await newMaker('9529999');
  await expect(one.label(organisation.id)).rejects.toThrow(RangeError);
});

describe('GET /.well-known/jwks.json', () => {
  let app: NestFastifyApplication;
  const get = (headers: Record<string, string> = {}) =>
    app.inject({ method: 'GET', url: '/.well-known/jwks.json', headers });

  beforeAll(async () => {
    const module = await Test.createTestingModule({
      controllers: [JwksController],
      providers: [{ provide: PublishedKeysService, useValue: one.published }],
    }).compile();
    app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(() => app.close());

  it('lets any JOSE library of any origin check a label', async () => {
    const { organisation } = await newMaker();
    const label = await one.label(organisation.id);
    const { headers, body } = await get();
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=60',
      'content-type': expect.stringMatching(/^application\/jwk-set\+json/) as string,
    });
    const jwks = JSON.parse(body) as { keys: PublishedKey[] };
    const key = jwks.keys.find(({ maker }) => maker === organisation.code)!;
    expect(Object.keys(key)).toEqual(
      'kty crv x y kid use alg maker gs1Prefix status notBefore notAfter cutOff'.split(' '),
    );
    await expect(compactVerify(compactJws(label, key), createLocalJWKSet(jwks))).resolves.toBeDefined();
  });

  it('answers 304 while nothing changed, and anew when something did', async () => {
    const actor = await newMaker();
    await one.keys.active(actor.organisation.id);
    const etag = (await get()).headers['etag'] as string;
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    for (const tags of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      expect(await get({ 'if-none-match': tags })).toMatchObject({ statusCode: 304, body: '' });
    }
    expect((await get({ 'if-none-match': '"other"' })).statusCode).toBe(200);
    await one.keys.rotate(actor, 'ES256');
    const { statusCode, headers } = await get({ 'if-none-match': etag });
    expect({ statusCode, isNew: headers['etag'] !== etag }).toEqual({ statusCode: 200, isNew: true });
  });
});
