import type { FastifyRequest } from 'fastify';
import { Refusal } from '../kernel/refusal.ts';
import { claimOf } from './idempotency-claim.ts';

const claim = (body: unknown, url = '/api/batches', key: string | string[] = 'k', scope?: string) =>
  claimOf({ method: 'POST', url, body, routeOptions: { url: '/api/batches' } } as FastifyRequest, key, scope);
const digest = (body: unknown, url?: string) => claim(body, url).bodyHash.toString('hex');

test.each([
  { name: 'members in another order', one: { a: 1, b: [2, { c: 3, d: 4 }] }, other: { b: [2, { d: 4, c: 3 }], a: 1 } },
  { name: 'the same bytes', one: Buffer.from('gtin,lot'), other: new Uint8Array(Buffer.from('gtin,lot')) },
])('the same request: $name', ({ one, other }) => expect(digest(one)).toBe(digest(other)));

test.each([
  { name: 'another value', one: { a: 1 }, other: { a: 2 } },
  { name: 'text and number', one: { a: 1 }, other: { a: '1' } },
  { name: 'items in another order', one: [1, 2], other: [2, 1] },
  { name: 'nesting', one: [[1], 2], other: [[1, 2]] },
  { name: 'null and absent', one: { a: null }, other: {} },
  { name: 'a member that looks like two', one: { 'a"\n1\n"b': 2 }, other: { a: 1, b: 2 } },
  { name: 'no body and an empty one', one: undefined, other: {} },
])('not the same request: $name', ({ one, other }) => expect(digest(one)).not.toBe(digest(other)));

test('another address is another request', () => expect(digest({}, '/api/batches?dryRun=true')).not.toBe(digest({})));

test('strangers share keys only at one address', () => {
  expect(claim({}, '/api/public/invoices/a/answers').scope).not.toBe(claim({}, '/api/public/invoices/b/answers').scope);
  expect(claim({}, '/x', 'k', 'organisation').scope).toBe('organisation');
});

test('quotes belong to the header, not to the key', () => expect(claim({}, '/x', '"k"').key).toBe('k'));

test.each(['', ' ', 'a b', 'ключ', '""', 'a'.repeat(256), ['a b', 'c']])('%j is no key', (key) =>
  expect(() => claim({}, '/x', key)).toThrow(Refusal),
);
