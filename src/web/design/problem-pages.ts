import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { preferredType } from '../../http/accept.ts';
import type { Problem } from '../../http/problem.ts';
import { answerPage, pageRequest } from './page-request.ts';
import { problemPage } from './problem-page.tsx';

/**
 * A problem document becomes a page for whoever reads pages: at the very edge, so that transport need not know of pages, and
 * what goes wrong before a route is found becomes one, too. Below `/api` a problem stays a problem document.
 */
@Injectable()
export class ProblemPages {
  constructor({ httpAdapter }: HttpAdapterHost) {
    const server = httpAdapter.getInstance<FastifyInstance>();
    server.addHook('onSend', (request, reply, payload, done) => done(null, pageInstead(request, reply, payload)));
  }
}

function pageInstead(request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
  const type = String(reply.getHeader('content-type') ?? '');
  if (!type.startsWith('application/problem+json') || typeof payload !== 'string') return payload;
  if (/^\/api(\/|$)/i.test(request.url)) return payload;
  if (preferredType(request.headers.accept, ['application/problem+json', 'text/html']) !== 'text/html') return payload;
  const asked = pageRequest(request);
  const retryAfter = Number(reply.getHeader('retry-after'));
  const problem = JSON.parse(payload) as Problem;
  reply.removeHeader('content-length');
  return answerPage(reply, asked, problemPage(problem, retryAfter > 0 ? retryAfter : null, asked));
}
