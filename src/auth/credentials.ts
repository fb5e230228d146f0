import '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import { isApiKey, isSessionToken } from './secrets.ts';

/** What a request offers to prove who it comes from. `malformed`: a bearer token that cannot be one of ours. */
export type Credential =
  | { readonly kind: 'session' | 'apiKey'; readonly secret: string }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'none' };

export const SESSION_COOKIE = 'truepart';

/** An Authorization header wins over a cookie: a program that sends one means it. */
export function credentialOf(request: FastifyRequest, cookieName: string): Credential {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const secret = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    return secret !== undefined && isApiKey(secret) ? { kind: 'apiKey', secret } : { kind: 'malformed' };
  }
  const token = request.cookies[cookieName];
  return token !== undefined && isSessionToken(token) ? { kind: 'session', secret: token } : { kind: 'none' };
}
