import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { ComponentChildren } from 'preact';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '../../auth/access.ts';
import type { Actor } from '../../auth/actor.ts';
import type { Language } from '../../kernel/words.ts';
import type { IslandFiles } from '../design/assets.ts';
import type { Stylesheet } from '../design/css.ts';
import type { PageRequest } from '../design/page-request.ts';
import { answerStaff } from './staff-page.tsx';
import { staffRequest } from './staff-request.ts';

/** Somebody at work asks for a page. */
export interface Visit {
  readonly actor: Actor;
  readonly language: Language;
  readonly request: PageRequest;
  readonly asked: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Whoever asks, in which language, and where the answer goes. Only behind `@Allow`: strangers have no visit. */
export const CurrentVisit = createParamDecorator((_: unknown, context: ExecutionContext): Visit => {
  const http = context.switchToHttp();
  const asked = http.getRequest<FastifyRequest>();
  const reply = http.getResponse<FastifyReply>();
  const request = staffRequest(asked, reply);
  return { actor: actorOf(asked)!, language: request.language, request, asked, reply };
});

export interface VisitedPage {
  readonly title: string;
  /** The door that it is behind. */
  readonly at: string;
  readonly island?: IslandFiles;
  readonly head?: ComponentChildren;
  /** The room’s own; left out, what all share. */
  readonly style?: Stylesheet;
  readonly children: ComponentChildren;
}

export const answerVisit = ({ actor, request, reply }: Visit, page: VisitedPage): string =>
  answerStaff(reply, { request, actor, ...page });
