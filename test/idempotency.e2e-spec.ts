import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Body, Controller, Injectable, Param, Post, Res } from '@nestjs/common';
import { IsOptional, IsString } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Public } from '../src/auth/access.ts';
import { Database } from '../src/database/database.ts';
import { NotIdempotent, ShownOnce } from '../src/http/idempotency.interceptor.ts';
import { IdempotencyPurge } from '../src/http/idempotency-purge.ts';
import { Refusal } from '../src/kernel/refusal.ts';
import { type RunningApp, startApp } from './support/app.ts';
import { floorWith } from './support/floor.ts';

class WishDto {
  @IsString()
  what: string;

  @IsOptional()
  @IsString()
  how?: string;
}

/** Makes things in a table, in the ways that services do. */
@Injectable()
class ThingsService {
  constructor(private readonly database: Database) {}

  async make(what: string): Promise<{ id: string; count: number }> {
    const id = await this.database.transaction(async (tx) => {
      const [row] = await tx.rows<{ id: string }>('INSERT INTO thing (what) VALUES ($1) RETURNING id', [what]);
      await wait(20);
      return row!.id;
    });
    // Asked outside the transaction, as a controller does that answers with the fresh state.
    const [row] = await this.database.rows<{ count: string }>('SELECT count(*) FROM thing WHERE what = $1', [what]);
    return { id, count: Number(row!.count) };
  }

  /** What was prevented is recorded, then refused. */
  async refuse(what: string): Promise<never> {
    await this.database.transaction((tx) => tx.run('INSERT INTO thing (what) VALUES ($1)', [what]));
    await this.database
      .transaction(async (tx) => {
        await tx.run('INSERT INTO thing (what) VALUES ($1)', [`${what}, half`]);
        throw new Error('undone');
      })
      .catch(() => undefined);
    throw new Refusal('NOT_NOW', 'conflict', { zh: '现在不行', en: 'Not now.' });
  }

  /** Loses its connection after the effect, the first time. */
  async loseConnection(what: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.run('INSERT INTO thing (what) VALUES ($1)', [what]);
      if (this.lost) return;
      this.lost = true;
      await tx.run('SELECT pg_terminate_backend(pg_backend_pid())');
    });
  }
  private lost = false;

  woken: string[] = [];
  async wake(what: string): Promise<void> {
    await this.database.transaction((tx) => tx.run('INSERT INTO thing (what) VALUES ($1)', [what]));
    this.database.afterCommit(() => this.woken.push(what));
  }
}

@Controller('things')
@Public()
class ThingsController {
  constructor(private readonly things: ThingsService) {}

  @Post()
  async make(@Body() { what, how }: WishDto, @Res({ passthrough: true }) reply: FastifyReply) {
    if (how === 'refused') return this.things.refuse(what);
    if (how === 'cut') await this.things.loseConnection(what);
    if (how?.startsWith('woken')) await this.things.wake(what);
    const thing = await this.things.make(what);
    if (how?.endsWith('faulty')) throw new Error('after the effect');
    void reply.code(202).header('location', `/things/${thing.id}`);
    return thing;
  }

  @Post('nothing')
  async nothing(@Body() { what }: WishDto): Promise<void> {
    await this.things.make(what);
  }

  @Post('secret')
  @ShownOnce('secret')
  async secret(@Body() { what }: WishDto) {
    return { ...(await this.things.make(what)), secret: 'open sesame' };
  }

  @Post('each-time')
  @NotIdempotent()
  eachTime(@Body() { what }: WishDto) {
    return this.things.make(what);
  }

  @Post(':token/answers')
  answer(@Param('token') token: string, @Body() { what }: WishDto) {
    return this.things.make(`${token} ${what}`);
  }
}

const withThings = floorWith({ controllers: [ThingsController], providers: [ThingsService] });

let running: RunningApp;
let database: Database;
beforeAll(async () => {
  running = await startApp({ root: withThings });
  database = running.app.get(Database, { strict: false });
  await database.run('CREATE TABLE thing (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, what text)');
});
afterAll(() => running.close());

const post = (key: string, body: object, path = '/things') =>
  running.request.post(path).set('idempotency-key', key).send(body);
const made = async (what: string) => (await database.rows('SELECT 1 FROM thing WHERE what = $1', [what])).length;
const kept = async (key: string) =>
  (await database.rows('SELECT 1 FROM idempotency_record WHERE key = $1', [key])).length;

test('the same key and body get the same answer, and there is one effect', async () => {
  const [key, what] = [randomUUID(), randomUUID()];
  const first = await post(key, { what });
  const again = await post(key, { what });
  expect([first.status, first.body.count]).toEqual([202, 1]);
  expect([again.status, again.text, again.headers['location']]).toEqual([202, first.text, first.headers['location']]);
  expect([first.headers['idempotency-replayed'], again.headers['idempotency-replayed']]).toEqual([undefined, 'true']);
  expect(await made(what)).toBe(1);
});

test('the order of members and the quotes of the header do not make another request', async () => {
  const [key, what] = [randomUUID(), randomUUID()];
  const first = await post(key, { what, how: 'x' });
  const again = await post(`"${key}"`, { how: 'x', what });
  expect(again.text).toBe(first.text);
});

test('the same key with another body is refused', async () => {
  const key = randomUUID();
  expect((await post(key, { what: 'a' })).status).toBe(202);
  const other = await post(key, { what: 'b' });
  expect([other.status, other.body.code]).toEqual([409, 'IDEMPOTENCY_KEY_REUSED']);
  expect(await made('b')).toBe(0);
});

test('20 at the same instant: one effect, one answer', async () => {
  const [key, what] = [randomUUID(), randomUUID()];
  const answers = await Promise.all(Array.from({ length: 20 }, () => post(key, { what })));
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect(answers.filter(({ headers }) => headers['idempotency-replayed'] !== 'true')).toHaveLength(1);
  expect(await made(what)).toBe(1);
});

test('two processes at the same instant: one effect, one answer', async () => {
  const environment = { DATABASE_URL: running.databaseUrl };
  const other = await startApp({ root: withThings, environment });
  try {
    const [key, what] = [randomUUID(), randomUUID()];
    const ask = (index: number) =>
      (index % 2 === 0 ? running : other).request.post('/things').set('idempotency-key', key).send({ what });
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => ask(index)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(await made(what)).toBe(1);
  } finally {
    await other.close();
  }
});

test('an answer without a body is given again', async () => {
  const [key, what] = [randomUUID(), randomUUID()];
  const first = await post(key, { what }, '/things/nothing');
  const again = await post(key, { what }, '/things/nothing');
  expect([first.status, first.text, again.status, again.text]).toEqual([201, '', 201, '']);
  expect(await made(what)).toBe(1);
});

test('a secret is shown once and not stored', async () => {
  const [key, what] = [randomUUID(), randomUUID()];
  const first = await post(key, { what }, '/things/secret');
  const again = await post(key, { what }, '/things/secret');
  expect([first.body.secret, again.body.secret]).toEqual(['open sesame', null]);
  expect(again.body.id).toBe(first.body.id);
  const [row] = await database.rows<{ body: string }>('SELECT body FROM idempotency_record WHERE key = $1', [key]);
  expect(row?.body).not.toContain('sesame');
});

test('a refusal is not stored; what was recorded about it stays, what was undone does not', async () => {
  const [key, what] = [randomUUID(), randomUUID()];
  const refused = await post(key, { what, how: 'refused' });
  expect([refused.status, refused.body.code]).toEqual([409, 'NOT_NOW']);
  expect([await made(what), await made(`${what}, half`), await kept(key)]).toEqual([1, 0, 0]);
  expect((await post(key, { what })).status).toBe(202);
});

test('a fault leaves neither an effect nor an answer, so a retry begins anew', async () => {
  const [key, what] = [randomUUID(), randomUUID()];
  expect((await post(key, { what, how: 'faulty' })).status).toBe(500);
  expect([await made(what), await kept(key)]).toEqual([0, 0]);
  expect((await post(key, { what })).body.count).toBe(1);
});

test('bad input is not stored', async () => {
  const key = randomUUID();
  expect((await post(key, { what: 5 })).status).toBe(400);
  expect((await post(key, { what: 'x' })).status).toBe(202);
});

test('a connection lost after the effect: the whole is done again, once', async () => {
  const [key, what] = [randomUUID(), randomUUID()];
  const answer = await post(key, { what, how: 'cut' });
  expect([answer.status, answer.body.count]).toEqual([202, 2]);
  expect(await made(what)).toBe(2);
});

test('what must follow a commit follows it, and not when there is none', async () => {
  const things = running.app.get(ThingsService, { strict: false });
  const what = randomUUID();
  expect((await post(randomUUID(), { what: randomUUID(), how: 'woken faulty' })).status).toBe(500);
  expect((await post(randomUUID(), { what, how: 'woken' })).status).toBe(202);
  expect(things.woken).toEqual([what]);
});

/** Another server that has claimed the key, has written its effect, and does not commit. */
async function startServerThatHangs(key: string, what: string) {
  const scope = `public ${createHash('sha256').update('/things').digest('base64url')}`;
  const script = `
    const { Client } = require('pg');
    const client = new Client({ connectionString: process.argv[1] });
    client.connect().then(async () => {
      await client.query('BEGIN');
      await client.query(
        "INSERT INTO idempotency_record (scope, key, route, body_hash, created_at) VALUES ($1, $2, 'POST /things', '', now())",
        [process.argv[2], process.argv[3]]);
      await client.query('INSERT INTO thing (what) VALUES ($1)', [process.argv[4]]);
      console.log('claimed');
      setInterval(() => undefined, 1000);
    });`;
  const child = spawn(process.execPath, ['-e', script, running.databaseUrl, scope, key, what], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

test('a server killed with -9 between effect and commit: the retry does it all, once', async () => {
  const [key, what] = [randomUUID(), randomUUID()];
  const killed = await startServerThatHangs(key, what);
  const retry = post(key, { what }).then((answer) => answer);
  await wait(300);
  killed.kill('SIGKILL');
  const answer = await retry;
  expect([answer.status, answer.body.count]).toEqual([202, 1]);
  expect(answer.headers['idempotency-replayed']).toBeUndefined();
  expect(await made(what)).toBe(1);
});

test('while the first one runs on for long, the next is told to come back, and holds no connection up', async () => {
  const [key, what] = [randomUUID(), randomUUID()];
  const hanging = await startServerThatHangs(key, what);
  try {
    const answers = await Promise.all([post(key, { what }), post(key, { what })]);
    for (const { status, body, headers } of answers) {
      expect([status, body.code]).toEqual([409, 'IDEMPOTENCY_IN_PROGRESS']);
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    }
  } finally {
    hanging.kill('SIGKILL');
    await once(hanging, 'exit');
  }
});

test('a stranger’s key belongs to the address it was sent to', async () => {
  const key = randomUUID();
  const one = await post(key, { what: 'x' }, '/things/token-a/answers');
  const other = await post(key, { what: 'x' }, '/things/token-b/answers');
  expect([one.status, other.status]).toEqual([201, 201]);
  expect(other.body.id).not.toBe(one.body.id);
});

test('some routes keep no answers', async () => {
  const [key, what] = [randomUUID(), randomUUID()];
  await post(key, { what }, '/things/each-time');
  expect((await post(key, { what }, '/things/each-time')).body.count).toBe(2);
});

test.each([' ', 'two words', 'é'.repeat(3), 'k'.repeat(256)])('%j is refused as a key', async (key) => {
  const answer = await post(encodeURI(key) === key ? key : Buffer.from(key).toString('latin1'), { what: 'x' });
  expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([400, 'Idempotency-Key']);
});

test('answers are forgotten after a week', async () => {
  const key = randomUUID();
  await post(key, { what: 'x' });
  const purge = running.app.get(IdempotencyPurge, { strict: false });
  running.clock.advance(6 * 86_400_000);
  await purge.purge();
  expect(await kept(key)).toBe(1);
  running.clock.advance(86_400_001);
  await purge.purge();
  expect(await kept(key)).toBe(0);
});
