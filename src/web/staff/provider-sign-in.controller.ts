import { Controller, Get, Ip, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, Public } from '../../auth/access.ts';
import type { Actor } from '../../auth/actor.ts';
import { BrowserSession } from '../../auth/browser-session.ts';
import { HostCookie } from '../../auth/host-cookie.ts';
import { Config } from '../../config/config.ts';
import { ProviderSignInsService } from '../../oidc/provider-sign-ins.service.ts';
import { ATTEMPT_SECONDS, SignInAttemptsService } from '../../oidc/sign-in-attempts.service.ts';
import { refuseSignIn } from './answer-sign-in.tsx';
import { landingOf } from './rooms.ts';
import { seeOther } from './staff-page.tsx';
import { ownAddress, staffRequest } from './staff-request.ts';
import { StaffTrouble } from './staff-trouble.filter.ts';

/** Out to the provider that vouches for staff, and back. Links, not forms: a form may lead nowhere but here. */
@ApiExcludeController()
@Controller('sign-in/oidc')
@Public()
@UseFilters(StaffTrouble)
export class ProviderSignInController {
  private readonly cookie: HostCookie;

  constructor(
    private readonly attempts: SignInAttemptsService,
    private readonly signIns: ProviderSignInsService,
    private readonly browserSession: BrowserSession,
    private readonly config: Config,
  ) {
    this.cookie = new HostCookie(config.publicUrl, 'truepart-sign-in');
  }

  @Get()
  async begin(
    @CurrentActor() actor: Actor | undefined,
    @Query('next') wish: unknown,
    @Ip() source: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const next = ownAddress(wish);
    // No other site takes somebody out of a session by a link.
    if (actor !== undefined) {
      seeOther(reply, next ?? landingOf(actor));
      return undefined;
    }
    try {
      const { address, token } = await this.signIns.begin(next, source);
      this.cookie.set(reply, token, ATTEMPT_SECONDS);
      seeOther(reply, address);
      return undefined;
    } catch (error) {
      return this.refuse(request, reply, error, next);
    }
  }

  @Get('callback')
  async finish(
    @Query('state') state: unknown,
    @Ip() source: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    let next: string | undefined;
    try {
      const attempt = await this.attempts.take(this.cookie.valueIn(request), state);
      ({ next } = attempt);
      const [, query = ''] = request.url.split('?');
      const { token, actor } = await this.signIns.finish(query, attempt, source);
      await this.browserSession.begin(request, reply, token);
      this.cookie.clear(reply);
      seeOther(reply, next ?? landingOf(actor));
      return undefined;
    } catch (error) {
      return this.refuse(request, reply, error, next);
    }
  }

  /** This address works once, so what is offered there is offered from the page of the password. */
  private refuse(request: FastifyRequest, reply: FastifyReply, error: unknown, next: string | undefined): string {
    const at = next === undefined ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
    return refuseSignIn(this.config, reply, staffRequest(request, reply, at), { next, error });
  }
}
