import { createHash, type Hash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { invalidInput } from './http.refusals.ts';

/** A caller's claim that requests with this key are one and the same. */
export interface IdempotencyClaim {
  /** Whose keys these are: an organisation's id, or for strangers the address they call, as a digest. */
  readonly scope: string;
  readonly key: string;
  /** Method and route pattern, for people who look at the table. */
  readonly route: string;
  /** Of method, address and body: what "the same request" means. */
  readonly bodyHash: Buffer;
}

const KEY = /^[\x21-\x7e]{1,255}$/;

/**
 * @param scope of a known caller.
 * @throws Refusal INVALID_INPUT for a header that is no key.
 */
export function claimOf(
  request: FastifyRequest,
  header: string | string[],
  scope: string | undefined,
): IdempotencyClaim {
  const { method, url, body } = request;
  const hash = createHash('sha256').update(`${method} ${url}\n`);
  feed(hash, body);
  return {
    scope: scope ?? `public ${createHash('sha256').update(url).digest('base64url')}`,
    key: keyIn(header),
    route: `${method} ${request.routeOptions.url ?? ''}`,
    bodyHash: hash.digest(),
  };
}

/** The draft standard writes the key in quotes, most clients do not: both are the same key. */
function keyIn(header: string | string[]): string {
  const text = typeof header === 'string' ? header : header.join();
  const key = /^"([^"\\]*)"$/.exec(text)?.[1] ?? text;
  if (KEY.test(key)) return key;
  const words = { zh: '应为 1 至 255 个可见 ASCII 字符', en: 'expected 1 to 255 visible ASCII characters' };
  throw invalidInput([{ path: 'Idempotency-Key', message: words.en, words }]);
}

/** By value: the order of members says nothing. Each piece tells its kind and length, so that none reads as two. */
function feed(hash: Hash, value: unknown): void {
  if (value instanceof Uint8Array) {
    hash.update(`bytes ${value.byteLength}\n`).update(value);
  } else if (Array.isArray(value)) {
    hash.update(`list ${value.length}\n`);
    for (const item of value) feed(hash, item);
  } else if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    hash.update(`object ${members.length}\n`);
    for (const [name, member] of members) {
      hash.update(`${JSON.stringify(name)}\n`);
      feed(hash, member);
    }
  } else {
    hash.update(`${JSON.stringify(value) ?? 'nothing'}\n`);
  }
}
