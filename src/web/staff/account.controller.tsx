import { Body, Controller, Get, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, CurrentActor } from '../../auth/access.ts';
import { type Actor, ALL_ROLES } from '../../auth/actor.ts';
import { peopleOnly } from '../../auth/auth.refusals.ts';
import { SessionCookie } from '../../auth/session-cookie.ts';
import { ChangePasswordDto } from '../../auth/session.dto.ts';
import { SessionsService } from '../../auth/sessions.service.ts';
import { Consumes } from '../../http/consumes.ts';
import { NotIdempotent } from '../../http/idempotency.interceptor.ts';
import { troubleOf } from '../../http/problem.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Words } from '../../kernel/words.ts';
import { NotificationsService } from '../../mail/notifications.service.ts';
import { AccountPage, HomePage } from './account-page.tsx';
import { HOME } from './rooms.ts';
import { answerStaff, seeOther } from './staff-page.tsx';
import { staffRequest } from './staff-request.ts';
import { StaffTrouble } from './staff-trouble.filter.ts';
import { STAFF_WORDS } from './staff-words.ts';

/** Whoever is signed in: who they are, their password, their sessions. */
@ApiExcludeController()
@Controller()
@Allow(...ALL_ROLES)
@UseFilters(StaffTrouble)
export class AccountController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly cookie: SessionCookie,
    private readonly notifications: NotificationsService,
  ) {}

  @Get('home')
  home(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): string {
    const asked = staffRequest(request, reply);
    const title = STAFF_WORDS[asked.language].home;
    return answerStaff(reply, {
      request: asked,
      actor,
      title,
      at: HOME,
      children: <HomePage actor={actor} request={asked} />,
    });
  }

  @Get('account')
  account(
    @CurrentActor() actor: Actor,
    @Query('done') done: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.draw(actor, request, reply, { done });
  }

  @Post('account/password')
  @NotIdempotent()
  @Consumes('application/x-www-form-urlencoded')
  async changePassword(
    @CurrentActor() actor: Actor,
    @Body() { current, next }: ChangePasswordDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const token = this.cookie.tokenIn(request);
    if (actor.kind !== 'account' || token === undefined) throw peopleOnly();
    try {
      await this.sessions.changePassword(actor, current, next, token);
      seeOther(reply, '/account?done=password');
      return undefined;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { status, headers } = troubleOf(error);
      void reply.code(status).headers(headers);
      return await this.draw(actor, request, reply, { refused: error.words });
    }
  }

  private async draw(
    actor: Actor,
    request: FastifyRequest,
    reply: FastifyReply,
    { refused = null, done }: { readonly refused?: Words | null; readonly done?: unknown },
  ): Promise<string> {
    const asked = staffRequest(request, reply);
    const page = {
      actor,
      request: asked,
      refused,
      isChanged: done === 'password',
      notifications: actor.kind === 'account' ? await this.notifications.of(actor) : null,
      isChosen: done === 'notifications',
    };
    const title = STAFF_WORDS[asked.language].account;
    return answerStaff(reply, { request: asked, actor, title, at: '/account', children: <AccountPage {...page} /> });
  }
}
