import type { FastifyRequest } from 'fastify';

const CALLER = Symbol('caller');

/** What transport needs to know of who calls; who it is, only `auth` knows. */
export interface Caller {
  /** Tells callers apart, for limits: an account's or a key's id. */
  readonly key: string;
  /** Whose idempotency keys these are: an organisation's id. */
  readonly scope: string;
}

type WithCaller = FastifyRequest & { [CALLER]?: Caller };

export const callerOf = (request: FastifyRequest): Caller | undefined => (request as WithCaller)[CALLER];

export function setCaller(request: FastifyRequest, caller: Caller): void {
  (request as WithCaller)[CALLER] = caller;
}
