import { Body, Controller, Get, Ip, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, CurrentActor, Public, RefuseCrossSite } from '../../auth/access.ts';
import { type Actor, ALL_ROLES } from '../../auth/actor.ts';
import { peopleOnly } from '../../auth/auth.refusals.ts';
import { BrowserSession } from '../../auth/browser-session.ts';
import { SessionCookie } from '../../auth/session-cookie.ts';
import { SessionsService } from '../../auth/sessions.service.ts';
import { Config } from '../../config/config.ts';
import { Consumes } from '../../http/consumes.ts';
import { NotIdempotent } from '../../http/idempotency.interceptor.ts';
import { answerSignIn, refuseSignIn } from './answer-sign-in.tsx';
import { landingOf } from './rooms.ts';
import { SignInFormDto } from './sign-in.dto.ts';
import { seeOther } from './staff-page.tsx';
import { ownAddress, staffRequest } from './staff-request.ts';
import { StaffTrouble } from './staff-trouble.filter.ts';
import { STAFF_WORDS } from './staff-words.ts';

/** In by a form, out by a button. */
@ApiExcludeController()
@Controller()
@UseFilters(StaffTrouble)
export class SignInController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly browserSession: BrowserSession,
    private readonly cookie: SessionCookie,
    private readonly config: Config,
  ) {}

  @Get('sign-in')
  @Public()
  page(
    @CurrentActor() actor: Actor | undefined,
    @Query('next') next: unknown,
    @Query('done') done: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): string | undefined {
    if (actor !== undefined) {
      seeOther(reply, landingOf(actor));
      return undefined;
    }
    const asked = staffRequest(request, reply);
    const said = STAFF_WORDS[asked.language];
    const told = done === 'out' ? said.signedOut : done === 'everywhere' ? said.endedEverywhere : undefined;
    return answerSignIn(this.config, reply, asked, { next: ownAddress(next), done: told });
  }

  @Post('sign-in')
  @Public()
  @RefuseCrossSite()
  @NotIdempotent()
  @Consumes('application/x-www-form-urlencoded')
  async signIn(
    @Body() { email, password, next: wish }: SignInFormDto,
    @Ip() source: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const next = ownAddress(wish);
    try {
      const { token, actor } = await this.sessions.signIn(email, password, source);
      await this.browserSession.begin(request, reply, token);
      seeOther(reply, next ?? landingOf(actor));
      return undefined;
    } catch (error) {
      return refuseSignIn(this.config, reply, staffRequest(request, reply), { email, next, error });
    }
  }

  @Post('sign-out')
  @Public()
  @RefuseCrossSite()
  @NotIdempotent()
  @Consumes('application/x-www-form-urlencoded')
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.browserSession.end(request, reply);
    seeOther(reply, '/sign-in?done=out');
  }

  @Post('sign-out-everywhere')
  @Allow(...ALL_ROLES)
  @NotIdempotent()
  @Consumes('application/x-www-form-urlencoded')
  async signOutEverywhere(
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    if (actor.kind !== 'account') throw peopleOnly();
    await this.sessions.signOutEverywhere(actor);
    this.cookie.clear(reply);
    seeOther(reply, '/sign-in?done=everywhere');
  }
}
