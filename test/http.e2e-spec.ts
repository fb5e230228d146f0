import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { EventEmitter, once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { IsInt, IsString, Min } from 'class-validator';
import { Public } from '../src/auth/access.ts';
import { Consumes } from '../src/http/consumes.ts';
import { LimitPublicChecks } from '../src/http/request-throttle.guard.ts';
import { type RunningApp, startApp } from './support/app.ts';
import { testDatabase } from './support/database.ts';
import { floorWith } from './support/floor.ts';

class LineDto {
  @IsInt()
  @Min(1)
  quantity: number;

  @IsString()
  vin: string;
}

const slowRoute = new EventEmitter();

/** Routes as any folder has them, and some that go wrong. */
@Controller('try')
class TryController {
  @Get('fault')
  @Public()
  fault(): never {
    throw new Error('outer', { cause: new Error('the disk of 192.0.2.7 is gone') });
  }

  @Get('unmarked')
  unmarked(): string {
    return 'nobody said who may see this';
  }

  @Get('slow')
  @Public()
  async slow(): Promise<{ done: boolean }> {
    slowRoute.emit('entered');
    await wait(300);
    return { done: true };
  }

  @Get('check/:code')
  @Public()
  @LimitPublicChecks()
  check(@Param('code') code: string): { length: number } {
    return { length: code.length };
  }

  @Post('json')
  @Public()
  json(@Body() body: LineDto): LineDto {
    return body;
  }

  @Post('file')
  @Public()
  @Consumes('text/csv', 'multipart/form-data')
  file(@Body() body: Buffer | Record<string, unknown>): { bytes: number } {
    const file = Buffer.isBuffer(body) ? body : body['file'];
    return { bytes: Buffer.isBuffer(file) ? file.length : -1 };
  }
}

const withTries = floorWith({ controllers: [TryController] });

let running: RunningApp;
beforeAll(async () => (running = await startApp({ root: withTries })));
afterAll(() => running.close());

const post = (path: string, body: string | Buffer, type = 'application/json') =>
  running.request.post(path).set('content-type', type).send(body);
const json = (value: unknown) => JSON.stringify(value);
const jsonOf = (bytes: number) => json({ quantity: 1, vin: 'x'.repeat(bytes) });

describe('what is not right with a request is told as a problem document', () => {
  test.each([
    { name: 'an unknown address', ask: () => running.request.get('/nowhere'), status: 404, code: 'NOT_FOUND' },
    { name: 'another method', ask: () => running.request.delete('/try/json'), status: 405, code: 'METHOD_NOT_ALLOWED' },
    { name: 'half of a JSON', ask: () => post('/try/json', '{"quantity":'), status: 400, code: 'MALFORMED_REQUEST' },
    {
      name: 'a poisoned prototype',
      ask: () => post('/try/json', '{"__proto__":{"a":1}}'),
      status: 400,
      code: 'MALFORMED_REQUEST',
    },
    { name: 'no body', ask: () => running.request.post('/try/json'), status: 400, code: 'INVALID_INPUT' },
    { name: 'an empty body', ask: () => post('/try/json', ''), status: 400, code: 'INVALID_INPUT' },
    { name: 'a list', ask: () => post('/try/json', '[]'), status: 400, code: 'INVALID_INPUT' },
    { name: 'a text', ask: () => post('/try/json', '"x"'), status: 400, code: 'INVALID_INPUT' },
    { name: 'null', ask: () => post('/try/json', 'null'), status: 400, code: 'INVALID_INPUT' },
    {
      name: 'plain text',
      ask: () => post('/try/json', 'x', 'text/plain'),
      status: 415,
      code: 'UNSUPPORTED_MEDIA_TYPE',
    },
    {
      name: 'CSV for JSON',
      ask: () => post('/try/json', 'x', 'text/csv'),
      status: 415,
      code: 'UNSUPPORTED_MEDIA_TYPE',
    },
    {
      name: 'a form',
      ask: () => post('/try/json', 'a=1', 'application/x-www-form-urlencoded'),
      status: 415,
      code: 'UNSUPPORTED_MEDIA_TYPE',
    },
    { name: 'more than 1 MB', ask: () => post('/try/json', jsonOf(1_048_576)), status: 413, code: 'BODY_TOO_LARGE' },
    {
      name: 'more than 10 MB of CSV',
      ask: () => post('/try/file', Buffer.alloc(10_485_761), 'text/csv'),
      status: 413,
      code: 'BODY_TOO_LARGE',
    },
    {
      name: 'a NUL byte in a body',
      ask: () => post('/try/json', json({ quantity: 1, vin: 'a\0' })),
      status: 400,
      code: 'INVALID_INPUT',
    },
    {
      name: 'a NUL byte in an address',
      ask: () => running.request.get('/try/check/a%00b'),
      status: 400,
      code: 'INVALID_INPUT',
    },
    {
      name: 'a NUL byte in a query',
      ask: () => running.request.get('/try/check/a?b=%00'),
      status: 400,
      code: 'INVALID_INPUT',
    },
    {
      name: 'half of a pair',
      ask: () => post('/try/json', '{"quantity":1,"vin":"\\ud83d"}'),
      status: 400,
      code: 'INVALID_INPUT',
    },
    {
      name: 'a very deep body',
      ask: () => post('/try/json', '['.repeat(40_000) + ']'.repeat(40_000)),
      status: 400,
      code: 'INVALID_INPUT',
    },
    {
      name: 'a broken escape',
      ask: () => running.request.get('/try/check/%E0%A4%A'),
      status: 400,
      code: 'MALFORMED_REQUEST',
    },
    {
      name: 'a very long address',
      ask: () => running.request.get(`/try/check/${'a'.repeat(600)}`),
      status: 414,
      code: 'ADDRESS_TOO_LONG',
    },
    { name: 'nobody knows who may', ask: () => running.request.get('/try/unmarked'), status: 403, code: 'FORBIDDEN' },
    { name: 'a fault of ours', ask: () => running.request.get('/try/fault'), status: 500, code: 'INTERNAL_FAULT' },
  ])('$name: $status $code', async ({ ask, status, code }) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.body).toMatchObject({
      type: `urn:truepart:problem:${code}`,
      title: expect.stringMatching(/./),
      status,
      code,
      words: { zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.stringMatching(/^[A-Z]/) },
      instance: `urn:truepart:request:${answer.headers['x-request-id']}`,
    });
    expect(answer.body.detail).toBe(answer.body.words.en);
  });

  test('JSON in another encoding is not guessed at', async () => {
    const body = Buffer.concat([Buffer.from('{"vin":"'), Buffer.from([0xd5, 0xe6]), Buffer.from('"}')]);
    const headers = { 'content-type': 'application/json; charset=gb18030' };
    const answer = await fetch(`${running.url}/try/json`, { method: 'POST', headers, body });
    expect(await answer.json()).toMatchObject({ status: 400, code: 'MALFORMED_REQUEST' });
  });

  test('another method is told which ones there are', async () => {
    expect((await running.request.delete('/try/json')).headers['allow']).toBe('POST');
    expect((await running.request.post('/try/check/x')).headers['allow']).toBe('GET, HEAD');
  });

  test('in the language that was asked for', async () => {
    const answer = await post('/try/json', '{"quantity":0}').set('accept-language', 'fr, zh-CN;q=0.9, en;q=0.8');
    expect(answer.body.detail).toBe(answer.body.words.zh);
    expect(answer.body.errors[0].message).toBe('应为：不小于 1；实为：0');
  });

  test('each faulty place with what was expected and what was found', async () => {
    const { body } = await post('/try/json', json({ quantity: 'two', vin: 5, colour: 'red' }));
    expect(body.errors).toEqual([
      expect.objectContaining({ path: 'colour', message: 'no such field' }),
      expect.objectContaining({ path: 'quantity', message: 'expected a whole number; found "two"' }),
      expect.objectContaining({ path: 'vin', message: 'expected text; found a value that is not repeated here' }),
    ]);
  });

  test('a fault tells nothing but a number, and its cause is in the log under that number', async () => {
    const answer = await running.request.get('/try/fault').set('x-request-id', 'fault-0001');
    expect(JSON.stringify(answer.body)).not.toMatch(/outer|disk|stack/);
    expect(answer.body.instance).toBe('urn:truepart:request:fault-0001');
    const line = running.logged.find((each) => each.includes('fault-0001') && each.includes('"level":"error"'));
    expect(JSON.parse(line ?? '{}')).toMatchObject({
      requestId: 'fault-0001',
      err: { message: 'outer', cause: { message: 'the disk of 192.0.2.7 is gone' } },
    });
  });
});

describe('bodies', () => {
  test('CSV arrives as bytes, up to 10 MB', async () => {
    const answer = await post('/try/file', Buffer.alloc(10_485_760, 'a'), 'text/csv; charset=gb18030');
    expect(answer.body).toEqual({ bytes: 10_485_760 });
  });

  test('an uploaded file arrives as bytes', async () => {
    const answer = await running.request
      .post('/try/file')
      .field('note', 'x')
      .attach('file', Buffer.from('a,b\n1,2'), 'a.csv');
    expect(answer.body).toEqual({ bytes: 7 });
  });

  test('an uploaded file of more than 10 MB is refused', async () => {
    const answer = await running.request.post('/try/file').attach('file', Buffer.alloc(10_485_761), 'a.csv');
    expect(answer.status).toBe(413);
  });

  test('what is right goes through', async () => {
    const answer = await post('/try/json', json({ quantity: 2, vin: 'LFV' }));
    expect([answer.status, answer.body]).toEqual([201, { quantity: 2, vin: 'LFV' }]);
  });
});

describe('every answer', () => {
  test.each(['/health/live', '/nowhere', '/try/fault'])('%s says how browsers must treat it', async (path) => {
    const { headers } = await running.request.get(path);
    expect(headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers['content-security-policy']).not.toMatch(/unsafe-inline|'unsafe-eval'/);
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  test.each([
    { name: 'a sane one is taken over', sent: 'client-1234.a:b', kept: true },
    { name: 'a short one is not', sent: 'x', kept: false },
    { name: 'one that would break a log line is not', sent: '"},{"level":"fatal', kept: false },
    { name: 'a very long one is not', sent: 'a'.repeat(129), kept: false },
  ])('request ids: $name', async ({ sent, kept }) => {
    const id = (await running.request.get('/health/live').set('x-request-id', sent)).headers['x-request-id'] ?? '';
    expect(id === sent).toBe(kept);
    expect(id).toMatch(/^[\w.:-]{8,128}$/);
  });
});

test('nothing that opens a door is logged or counted', async () => {
  const secret = 'Zk3vQTokenOfTheOwner';
  await running.request.get(`/try/check/${secret}?91=${secret}`);
  await running.request.get(`/i/${secret}`).set('cookie', `truepart=${secret}`).set('authorization', `Basic ${secret}`);
  await running.request.get(`/try/check/%00${secret}`);
  await post('/try/json', json({ quantity: 1, vin: secret, [secret]: secret }));
  const metrics = (await running.request.get('/metrics')).text;
  expect(running.logged.join('')).toContain('"route":"/try/check/:code","status":200');
  expect(running.logged.join('')).not.toContain(secret);
  expect(metrics).toContain('truepart_http_request_seconds_count{method="GET",route="/try/check/:code",status="200"}');
  expect(metrics).not.toContain(secret);
});

describe('limits', () => {
  let limited: RunningApp;
  beforeAll(async () => {
    const environment = { THROTTLE_REQUESTS: '6', THROTTLE_PUBLIC_CHECKS: '3' };
    limited = await startApp({ root: withTries, environment });
  });
  afterAll(() => limited.close());

  test('strangers may try few codes, ask more of the rest, and are told when to come back', async () => {
    const checks = [];
    for (let i = 0; i < 4; i++) checks.push(await limited.request.get(`/try/check/${i}`));
    expect(checks.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(checks[3]?.body.code).toBe('TOO_MANY_REQUESTS');
    expect(Number(checks[3]?.headers['retry-after'])).toBeGreaterThan(0);
    expect((await post('/try/json', '{}')).status).toBe(400);
    const rest = [];
    for (let i = 0; i < 3; i++) rest.push((await limited.request.get('/try/slow')).status);
    expect(rest).toEqual([200, 200, 429]);
  });

  test('health is never refused', async () => {
    for (let i = 0; i < 8; i++) expect((await limited.request.get('/health/ready')).status).toBe(200);
  });
});

describe('behind https', () => {
  let secure: RunningApp;
  beforeAll(async () => {
    secure = await startApp({
      root: floorWith(),
      environment: { DEMO: 'false', PUBLIC_URL: 'https://truepart.example' },
    });
  });
  afterAll(() => secure.close());

  test('browsers are told to stay there', async () => {
    expect((await secure.request.get('/health/live')).headers['strict-transport-security']).toBe('max-age=31536000');
  });
});

/** A line to PostgreSQL that can be cut. */
async function cuttableLine(databaseUrl: string): Promise<{ url: string; cut(): Promise<void> }> {
  const { hostname, port } = new URL(databaseUrl);
  const ends = new Set<Socket>();
  const line = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const end of [near, far]) ends.add(end.on('error', () => undefined));
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${(line.address() as AddressInfo).port}`;
  const cut = async () => {
    const closed = new Promise((resolve) => line.close(resolve));
    for (const end of ends) end.destroy();
    await closed;
  };
  return { url: url.href, cut };
}

test('without its database it lives, is not ready, and says when to come back', async () => {
  const database = await testDatabase();
  const line = await cuttableLine(database.url);
  const { request, close } = await startApp({ root: floorWith(), environment: { DATABASE_URL: line.url } });
  try {
    expect((await request.get('/health/ready')).status).toBe(200);
    await line.cut();
    expect((await request.get('/health/live')).status).toBe(200);
    expect((await request.get('/health/ready')).status).toBe(503);
    const signIn = await request.post('/api/session').send({ email: 'a@b.example', password: 'x' });
    expect([signIn.status, signIn.body.code]).toEqual([503, 'UNAVAILABLE']);
    expect(Number(signIn.headers['retry-after'])).toBeGreaterThan(0);
  } finally {
    await close();
    await database.drop();
  }
});

test('a stop lets a running request finish', async () => {
  const stopping = await startApp({ root: withTries });
  const entered = once(slowRoute, 'entered');
  const answer = stopping.request.get('/try/slow').then((each) => each);
  await entered;
  await stopping.close();
  expect((await answer).body).toEqual({ done: true });
});
