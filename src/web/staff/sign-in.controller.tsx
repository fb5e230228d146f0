import { Body, Controller, Get, Ip, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, CurrentActor, Public, RefuseCrossSite } from '../../auth/access.ts';
import { type Actor, ALL_ROLES } from '../../auth/actor.ts';
import { peopleOnly } from '../../auth/auth.refusals.ts';
import { SessionCookie } from '../../auth/session-cookie.ts';
import { SessionsService } from '../../auth/sessions.service.ts';
import { Config } from '../../config/config.ts';
import { Consumes } from '../../http/consumes.ts';
import { NotIdempotent } from '../../http/idempotency.interceptor.ts';
import { troubleOf } from '../../http/problem.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Words } from '../../kernel/words.ts';
import { landingOf } from './rooms.ts';
import { SignInFormDto } from './sign-in.dto.ts';
import { SignInPage } from './sign-in-page.tsx';
import { answerStaff, seeOther } from './staff-page.tsx';
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
    const said = STAFF_WORDS[staffRequest(request, reply).language];
    const told = done === 'out' ? said.signedOut : done === 'everywhere' ? said.endedEverywhere : undefined;
    return this.draw(request, reply, { email: '', next: ownAddress(next), refused: null, done: told });
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
      await this.endOwn(request);
      this.cookie.set(reply, token);
      seeOther(reply, next ?? landingOf(actor));
      return undefined;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { status, headers } = troubleOf(error);
      const { 'www-authenticate': _, ...shown } = headers;
      void reply.code(status).headers(shown);
      return this.draw(request, reply, { email, next, refused: error.words, done: undefined });
    }
  }

  @Post('sign-out')
  @Public()
  @RefuseCrossSite()
  @NotIdempotent()
  @Consumes('application/x-www-form-urlencoded')
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.endOwn(request);
    this.cookie.clear(reply);
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

  private async endOwn(request: FastifyRequest): Promise<void> {
    const token = this.cookie.tokenIn(request);
    if (token !== undefined) await this.sessions.signOut(token);
  }

  private draw(
    request: FastifyRequest,
    reply: FastifyReply,
    form: { email: string; next: string | undefined; refused: Words | null; done: string | undefined },
  ): string {
    const asked = staffRequest(request, reply);
    const { isDemo } = this.config;
    const title = STAFF_WORDS[asked.language].signIn;
    return answerStaff(reply, {
      request: asked,
      actor: undefined,
      title,
      children: <SignInPage request={asked} {...form} isDemo={isDemo} />,
    });
  }
}
