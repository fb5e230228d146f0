import { types } from 'node:util';
import { HttpException } from '@nestjs/common';
import { type InputFault, Refusal, type RefusalKind } from '../kernel/refusal.ts';
import type { Language, Words } from '../kernel/words.ts';
import { FAULT_TITLE, PROBLEM_OF_STATUS, TITLE_OF_KIND } from './problem-words.ts';

/** What went wrong, as transport sees it, before a language is chosen. `log`: how loud, where it is ours to mend. */
export interface Trouble {
  readonly status: number;
  readonly code: string;
  readonly title: Words;
  readonly words: Words;
  readonly members: Readonly<Record<string, unknown>>;
  readonly errors: readonly InputFault[];
  readonly headers: Readonly<Record<string, string>>;
  readonly log: 'error' | 'warn' | undefined;
}

/** RFC 9457 `application/problem+json`, with our stable `code` and the words in both languages. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: string;
  readonly words: Words;
  readonly errors: readonly InputFault[];
  readonly [member: string]: unknown;
}

export const STATUS_OF_KIND: Readonly<Record<RefusalKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  blocked: 422,
  throttled: 429,
};

const RETRY_AFTER_SECONDS = 5;
/** Classes 08 (connection), 53 (resources), 57 (cancelled, shut down): PostgreSQL is away, not wrong. */
const DATABASE_AWAY = /^(08...|53...|57014|57P0[1-5])$/;
const SOCKET_AWAY = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
const POOL_AWAY = /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection/;

/** Class 22: a value that no check of ours kept out, such as a number beyond its column. The input is at fault. */
const VALUE_REFUSED = /^(22003|22007|22008|22021|22P02|22P05)$/;

/** Sorts anything thrown into a refusal, a bad request, a dead dependency or a fault of ours. */
export function troubleOf(thrown: unknown): Trouble {
  if (thrown instanceof Refusal) return troubleOfRefusal(thrown);
  if (thrown instanceof HttpException) return troubleOfStatus(thrown.getStatus());
  if (isRefusedByFastify(thrown)) return troubleOfStatus(thrown.statusCode);
  if (isDatabaseAway(thrown)) return troubleOfStatus(503);
  if (VALUE_REFUSED.test(codeOf(thrown))) return { ...troubleOfStatus(400), log: 'warn' };
  return troubleOfStatus(500);
}

/** An address under which there are only routes for other methods. */
export function methodNotAllowed(allowed: readonly string[]): Trouble {
  return { ...troubleOfStatus(405), headers: { allow: allowed.join(', ') } };
}

function troubleOfRefusal(refusal: Refusal): Trouble {
  const { code, kind, words, errors } = refusal;
  const { retryAfter, ...members } = refusal.members;
  const headers: Record<string, string> = {};
  if (kind === 'unauthenticated') headers['www-authenticate'] = 'Bearer realm="truepart"';
  if (typeof retryAfter === 'number') headers['retry-after'] = String(Math.max(1, Math.ceil(retryAfter)));
  else if (kind === 'throttled') headers['retry-after'] = String(RETRY_AFTER_SECONDS);
  return {
    status: STATUS_OF_KIND[kind],
    code,
    title: TITLE_OF_KIND[kind],
    words,
    members,
    errors,
    headers,
    log: undefined,
  };
}

const titleOf = (status: number): Words =>
  status >= 500 ? FAULT_TITLE : status === 404 ? TITLE_OF_KIND.missing : TITLE_OF_KIND.invalid;

function troubleOfStatus(status: number): Trouble {
  const known = PROBLEM_OF_STATUS[status] ?? PROBLEM_OF_STATUS[status < 500 ? 400 : 500]!;
  return {
    status,
    code: known.code,
    title: titleOf(status),
    words: known.words,
    members: {},
    errors: [],
    headers: status === 503 ? { 'retry-after': String(RETRY_AFTER_SECONDS) } : {},
    log: status >= 500 ? 'error' : undefined,
  };
}

/** SQLSTATE or system error, also through TypeORM; empty where there is none. */
function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : '';
}

/** Before a route is found, Fastify's own errors arrive as they are. */
function isRefusedByFastify(thrown: unknown): thrown is Error & { readonly statusCode: number } {
  if (!(thrown instanceof Error) || thrown.name !== 'FastifyError') return false;
  const { statusCode } = thrown as { statusCode?: unknown };
  return typeof statusCode === 'number' && statusCode < 500;
}

function isDatabaseAway(thrown: unknown): boolean {
  for (let error = thrown; types.isNativeError(error); error = error.cause) {
    if (DATABASE_AWAY.test(codeOf(error)) || SOCKET_AWAY.has(codeOf(error))) return true;
    if (POOL_AWAY.test(error.message)) return true;
  }
  return false;
}

export function problemOf(trouble: Trouble, language: Language, requestId: string): Problem {
  return {
    ...trouble.members,
    type: `urn:truepart:problem:${trouble.code}`,
    title: trouble.title[language],
    status: trouble.status,
    detail: trouble.words[language],
    // The request's id and never its path: paths carry serials and the owner's token.
    instance: `urn:truepart:request:${requestId}`,
    code: trouble.code,
    words: trouble.words,
    errors: trouble.errors.map((fault) => ({ ...fault, message: fault.words?.[language] ?? fault.message })),
  };
}
