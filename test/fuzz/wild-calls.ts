import type { OpenAPIObject } from '@nestjs/swagger';
import * as fc from 'fast-check';
import type { Call, Operation } from '../support/openapi-walk.ts';
import { type Schema, valuesOf } from './schema-values.ts';
import { mutated, wildValue } from './wild-values.ts';

/** A request as it goes over the wire, whether it makes sense or not. */
export interface WildCall {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
}

const JSON_TYPE = 'application/json';
const TYPES = [
  'text/plain',
  'application/xml',
  'text/csv',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  'application/json; charset=utf-16',
  'application/merge-patch+json',
  'application/JSON;charset="',
  '/',
  '*/*',
  ';',
];
/** Written as they stand in an address: some are no valid percent-encoding. */
const WILD_SEGMENTS = [
  '%00',
  '%',
  '%zz',
  '%ff',
  '%ED%A0%80',
  '..%2f..%2f',
  '%2e%2e',
  '.',
  '-1',
  '0',
  'null',
  'a'.repeat(600),
  '%E2%80%AE',
  '%F0%9F%98%80',
  '%27%20OR%201=1--',
  '[object%20Object]',
  ';a=b',
  '%0d%0aSet-Cookie:x=y',
  '%E4%B8%AD'.repeat(100),
];
const WILD_QUERIES = [
  'limit=0',
  'limit=-1',
  'limit=1e3',
  'limit=99999999999999999999',
  'limit=1&limit=2',
  'limit[]=1',
  'limit[a]=1',
  'after=',
  'after=%00',
  'after=W10',
  'after=WyJ4Il0',
  'after=WyIyMDI2LTAyLTMwVDAwOjAwOjAwWiIsIkMiXQ',
  'after=eyJhIjoxfQ',
  `after=${'A'.repeat(5000)}`,
  '__proto__=1',
  '__proto__[x]=1',
  'constructor=1',
  'a&b&c=',
  '%',
  '%ff=%ff',
  'vin=%ED%A0%80',
  'dryRun=maybe',
  'maker=%00',
  'query=%25_%5C',
];
const WILD_HEADERS: readonly (readonly [string, string])[] = [
  ['accept-language', 'x'.repeat(4000)],
  ['accept-language', 'zh;q=abc,,;q=2,*;q=-1'],
  ['accept', 'application/xml'],
  ['accept', ';;;,*/*;q=nan'],
  ['idempotency-key', ''],
  ['idempotency-key', 'k'.repeat(256)],
  ['idempotency-key', 'a b\tc'],
  ['idempotency-key', '\u00e9\u00ff'],
  ['x-request-id', '%0d%0a'],
  ['x-request-id', 'r'.repeat(5000)],
  ['x-forwarded-for', '1.2.3.4, not an address'],
  ['content-encoding', 'gzip'],
  ['cookie', 'truepart=; truepart=%; __Host-truepart=\u00ff'],
  ['if-none-match', '"'],
  ['if-modified-since', 'yesterday'],
  ['range', 'bytes=5-1,-0'],
  ['last-event-id', '\u00ff'],
  ['origin', 'null'],
  ['host', 'evil.example:99999'],
  ['transfer-encoding', 'identity'],
  ['expect', 'the unexpected'],
  ['content-type', ''],
];

/** Calls of one operation that are nearly right, and some that are not at all. @param aim one that is right. */
export function wildCallsOf(operation: Operation, aim: Call, document: OpenAPIObject): fc.Arbitrary<WildCall> {
  return fc
    .record({
      path: pathsOf(operation, aim),
      query: queriesOf(operation, aim, document),
      body: bodiesOf(operation, aim, document),
      type: fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, fc.constantFrom(...TYPES)),
      headers: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.subarray([...WILD_HEADERS], { maxLength: 2 })),
    })
    .map(({ path, query, body, type, headers }) => ({
      method: operation.method,
      path: query === '' ? path : `${path}?${query}`,
      headers: {
        ...(body !== undefined && { 'content-type': type ?? aim.type ?? JSON_TYPE }),
        ...Object.fromEntries(headers),
      },
      body,
    }));
}

/** Each parameter mostly what it should be. */
function pathsOf({ path }: Operation, aim: Call): fc.Arbitrary<string> {
  const parts = path.split(/(\{\w+\})/).map((part) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined) return fc.constant(part);
    const right = encodeURIComponent(aim.path?.[name] ?? '');
    const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 50 }).map(encodeURIComponent);
    return fc.oneof({ weight: 8, arbitrary: fc.constant(right) }, fc.constantFrom(...WILD_SEGMENTS), texts);
  });
  return fc.tuple(...parts).map((each) => each.join(''));
}

function queriesOf(
  { document: { parameters = [] } }: Operation,
  aim: Call,
  document: OpenAPIObject,
): fc.Arbitrary<string> {
  const known = parameters.flatMap((each) => ('name' in each && each.in === 'query' ? [each] : []));
  const right = known.map(({ name, schema }) =>
    fc.oneof(valuesOf((schema ?? {}) as Schema, document), wildValue).map((value) => `${name}=${encoded(value)}`),
  );
  const one = fc.oneof(...right, fc.constantFrom(...WILD_QUERIES));
  const given = new URLSearchParams(aim.query).toString();
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant(given) },
    fc.array(one, { maxLength: 3 }).map((parts) => parts.join('&')),
  );
}

function encoded(value: unknown): string {
  const text = typeof value === 'string' ? value.slice(0, 2000) : (JSON.stringify(value) ?? '').slice(0, 2000);
  return encodeURIComponent(Buffer.from(text).toString());
}

function bodiesOf(operation: Operation, aim: Call, document: OpenAPIObject): fc.Arbitrary<Buffer | undefined> {
  const requested = operation.document.requestBody;
  if (!requested || !('content' in requested)) {
    return fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, wildValue.map(written), broken);
  }
  if (typeof aim.body === 'string') return filesLike(aim.body);
  if (Buffer.isBuffer(aim.body)) return picturesLike(aim.body);
  const schema = (Object.values(requested.content)[0]?.schema ?? {}) as Schema;
  const right = fc.constant<unknown>(aim.body ?? {});
  const allowed = valuesOf(schema, document);
  return fc.oneof(
    { weight: 1, arbitrary: right.map(written) },
    { weight: 6, arbitrary: mutated(right).map(written) },
    { weight: 3, arbitrary: allowed.map(written) },
    { weight: 5, arbitrary: mutated(allowed).map(written) },
    { weight: 1, arbitrary: wildValue.map(written) },
    { weight: 1, arbitrary: broken },
    { weight: 1, arbitrary: right.map((body) => cut(written(body))) },
    { weight: 1, arbitrary: right.map((body) => twice(body)) },
  );
}

const written = (value: unknown): Buffer => Buffer.from(JSON.stringify(value) ?? '');
const cut = (body: Buffer): Buffer => body.subarray(0, Math.floor(body.length / 2));

/** Every member given twice, and one that would change what all objects inherit. */
function twice(body: unknown): Buffer {
  const text = JSON.stringify(body);
  return Buffer.from(`{"__proto__":{"isAdmin":true},${text.slice(1, -1)}${text.length > 2 ? ',' : ''}${text.slice(1)}`);
}

/** What is no JSON, or hardly. */
const broken: fc.Arbitrary<Buffer> = fc.oneof(
  fc.constantFrom(
    Buffer.from(''),
    Buffer.from('{'),
    Buffer.from('{"a":}'),
    Buffer.from('{"a":1,}'),
    Buffer.from("{'a':1}"),
    Buffer.from('\ufeff{}'),
    Buffer.from('{"a":"\\ud800"}'),
    Buffer.from('{"a":"\\u0000"}'),
    Buffer.from('[[[[[[[[[['.repeat(5000)),
    Buffer.from('1'.repeat(5000)),
    Buffer.from([0xff, 0xfe, 0x7b, 0x00]),
    Buffer.from([0x7b, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x3a, 0x31, 0x7d]),
  ),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
);

/** A file with its letters, rows and bytes changed. */
function filesLike(right: string): fc.Arbitrary<Buffer> {
  const cells = right.split(/(?<=[,\n])/);
  const changed = fc.array(fc.tuple(fc.nat(cells.length - 1), fc.string({ unit: 'binary', maxLength: 30 })), {
    maxLength: 4,
  });
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant(Buffer.from(right)) },
    {
      weight: 5,
      arbitrary: changed.map((changes) => {
        const copy = [...cells];
        for (const [at, text] of changes) copy[at] = text + copy[at]!.slice(-1);
        return Buffer.from(copy.join(''));
      }),
    },
    fc.constantFrom(
      Buffer.from(right, 'utf16le'),
      Buffer.from(`\ufeff${right}`),
      Buffer.from(right.replaceAll(',', '"')),
      Buffer.from(right.repeat(500)),
      Buffer.from('\n'.repeat(5000)),
      Buffer.from(','.repeat(20_000)),
      Buffer.from(`"${right}`),
      Buffer.from(right.replaceAll('\n', '\r')),
    ),
    fc.uint8Array({ maxLength: 500 }).map((bytes) => Buffer.from(bytes)),
  );
}

/** A picture with its bytes changed, cut off, or turned into another kind of file. */
function picturesLike(right: Buffer): fc.Arbitrary<Buffer> {
  const changes = fc.array(fc.tuple(fc.nat(right.length - 1), fc.nat(255)), { maxLength: 20 });
  return fc.oneof(
    changes.map((each) => {
      const copy = Buffer.from(right);
      for (const [at, byte] of each) copy[at] = byte;
      return copy;
    }),
    fc.nat(right.length).map((length) => right.subarray(0, length)),
    fc.uint8Array({ maxLength: 500 }).map((bytes) => Buffer.from(bytes)),
    fc
      .constantFrom('\0', '<svg/>', 'GIF89a', '%PDF-1.7', '\x89PNG\r\n\x1a\n', 'RIFF\0\0\0\0WEBP')
      .map((head) => Buffer.concat([Buffer.from(head, 'latin1'), right])),
  );
}

/** The ones that every operation hears, whatever chance brings. */
export function certainCallsOf(operation: Operation, right: { path: string; type?: string }): WildCall[] {
  const { method } = operation;
  const call = (body: Buffer | undefined, type = JSON_TYPE, path = right.path): WildCall => ({
    method,
    path,
    headers: body === undefined ? {} : { 'content-type': type },
    body,
  });
  if (method === 'GET')
    return [call(undefined, undefined, `${right.path}${right.path.includes('?') ? '&' : '?'}x=%00`)];
  return [
    call(Buffer.alloc(10 * 1_048_576 + 1, 'a'), right.type),
    call(Buffer.from(`{"a":"${'a'.repeat(1_100_000)}"}`), right.type),
    call(Buffer.from('{"a":'), right.type),
    call(Buffer.from('<a/>'), 'application/xml'),
    call(Buffer.from('[{"a":'.repeat(100_000)), right.type),
    call(Buffer.from('--x\r\n\r\n'), 'multipart/form-data; boundary=x'),
    call(
      Buffer.from(`--x\r\ncontent-disposition: form-data; name="f"; filename="f"\r\n\r\n${'a,'.repeat(50)}`),
      'multipart/form-data; boundary=x',
    ),
    call(Buffer.from('__proto__[a]=1&constructor=2&a=%00&a=%ED%A0%80'), 'application/x-www-form-urlencoded'),
  ];
}
