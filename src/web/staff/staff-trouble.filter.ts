import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '../../auth/access.ts';
import { Constraints } from '../../database/constraints.ts';
import { troubleOf } from '../../http/problem.ts';
import { answerTrouble } from '../../http/refusal.filter.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { cameFrom, staffRequest } from './staff-request.ts';
import { answerStaff, seeOther } from './staff-page.tsx';
import { troublePage } from './trouble-page.tsx';

/** A no on a page for staff: strangers are asked to sign in and then go on, everybody else reads what was refused. */
@Catch()
export class StaffTrouble implements ExceptionFilter {
  constructor(private readonly constraints: Constraints) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const refusal = thrown instanceof Refusal ? thrown : this.constraints.refusalFor(thrown);
    // Whatever is no refusal is told as everywhere else.
    if (refusal === undefined) return answerTrouble(troubleOf(thrown), thrown, request, reply);
    answerRefusal(refusal, request, reply);
  }
}

function answerRefusal(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): void {
  if (refusal.kind === 'unauthenticated') {
    const wish = request.method === 'GET' ? request.url : undefined;
    seeOther(reply, wish === undefined ? '/sign-in' : `/sign-in?next=${encodeURIComponent(wish)}`);
    void reply.send();
    return;
  }
  const asked = staffRequest(request, reply);
  const { title, children } = troublePage(refusal, asked, request.method === 'GET' ? undefined : cameFrom(request));
  const { status, headers } = troubleOf(refusal);
  const html = answerStaff(reply, { request: asked, actor: actorOf(request), title, children });
  void reply.code(status).headers(headers).send(html);
}
