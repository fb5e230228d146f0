import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from './accept-language.ts';
import { problemOf, troubleOf } from './problem.ts';

/** The one place where a no, a bad request or a fault becomes a status and a problem document. */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    answerTrouble(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

/** Also called for what Fastify refuses before any route is found. */
export function answerTrouble(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const trouble = troubleOf(thrown);
  if (trouble.isFault) request.log.error({ err: thrown, code: trouble.code }, 'fault');
  // A stream that broke after its head was sent cannot be turned into a problem document any more.
  if (reply.sent || reply.raw.headersSent) {
    reply.raw.destroy();
    return;
  }
  const problem = problemOf(trouble, languageOf(request.headers['accept-language']), request.id);
  void reply
    .code(trouble.status)
    .headers({ ...trouble.headers, 'cache-control': 'no-store', vary: 'accept-language' })
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}
