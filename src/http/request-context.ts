import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { newId } from '../kernel/identifiers.ts';

/** What belongs to a request but to no argument list: written into the audit and on log lines. */
export interface RequestContext {
  readonly requestId: string;
}

const STORAGE = new AsyncLocalStorage<RequestContext>();

/** The id of the request that this code runs for; `undefined` in background work. */
export const currentRequestId = (): string | undefined => STORAGE.getStore()?.requestId;

/** A caller's `X-Request-Id` is taken over when it cannot break a log line or a header; otherwise a new one is made. */
export function requestIdFrom(header: string | string[] | undefined): string {
  return typeof header === 'string' && /^[\w.:-]{8,128}$/.test(header) ? header : newId();
}

/** Gives every answer its `X-Request-Id` and opens the context for whatever handles the request. */
export function openRequestContext(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  // Parsing a body resumes from the socket's events, outside any context opened earlier: so as late as possible.
  server.addHook('preValidation', (request: FastifyRequest, _reply, done) => {
    STORAGE.run({ requestId: request.id }, done);
  });
}
