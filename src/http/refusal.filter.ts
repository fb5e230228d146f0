import { type ArgumentsHost, Catch, type ExceptionFilter, NotFoundException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Constraints } from '../database/constraints.ts';
import { languageOf } from './accept-language.ts';
import { Addresses } from './addresses.ts';
import { methodNotAllowed, problemOf, type Trouble, troubleOf } from './problem.ts';

/** The one place where a no, a bad request or a fault becomes a status and a problem document. */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  constructor(
    private readonly constraints: Constraints,
    private readonly addresses: Addresses,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const refused = this.constraints.refusalFor(thrown) ?? thrown;
    answerTrouble(this.unknownAddress(refused, request) ?? troubleOf(refused), thrown, request, http.getResponse());
  }

  private unknownAddress(thrown: unknown, request: FastifyRequest): Trouble | undefined {
    if (!request.is404 || !(thrown instanceof NotFoundException)) return undefined;
    const allowed = this.addresses.methodsOf(request.url.split('?')[0]!);
    return allowed.length > 0 ? methodNotAllowed(allowed) : undefined;
  }
}

/** Also called for what Fastify refuses before any route is found. */
export function answerTrouble(trouble: Trouble, thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
  if (trouble.log) request.log[trouble.log]({ err: thrown, code: trouble.code }, 'fault');
  // A stream that broke after its head was sent cannot be turned into a problem document any more.
  if (reply.sent || reply.raw.headersSent) {
    reply.raw.destroy();
    return;
  }
  const problem = problemOf(trouble, languageOf(request.headers['accept-language']), request.id);
  void reply
    .code(trouble.status)
    .headers({ ...trouble.headers, 'x-request-id': request.id, 'cache-control': 'no-store', vary: 'accept-language' })
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}
