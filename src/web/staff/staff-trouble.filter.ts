import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '../../auth/access.ts';
import { troubleOf } from '../../http/problem.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { cameFrom, staffRequest } from './staff-request.ts';
import { answerStaff, seeOther } from './staff-page.tsx';
import { troublePage } from './trouble-page.tsx';

/** A no on a page for staff: strangers are asked to sign in and then go on, everybody else reads what was refused. */
@Catch(Refusal)
export class StaffTrouble implements ExceptionFilter<Refusal> {
  catch(refusal: Refusal, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
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
}
