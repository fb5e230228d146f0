import { Body, Controller, Delete, Get, Headers, HttpCode, Ip, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../http/accept-language.ts';
import { NotIdempotent } from '../http/idempotency.interceptor.ts';
import { Allow, CurrentActor, Public, RefuseCrossSite } from './access.ts';
import { type Actor, ALL_ROLES } from './actor.ts';
import { peopleOnly } from './auth.refusals.ts';
import { BrowserSession } from './browser-session.ts';
import { SessionCookie } from './session-cookie.ts';
import { ChangePasswordDto, SessionDto, SignInDto } from './session.dto.ts';
import { SessionsService } from './sessions.service.ts';

@ApiTags('session')
@Controller('api')
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly browserSession: BrowserSession,
    private readonly cookie: SessionCookie,
  ) {}

  @Post('session')
  @Public()
  @RefuseCrossSite()
  @NotIdempotent()
  @ApiOperation({ summary: 'Sign in', description: 'Sets an HttpOnly cookie.' })
  @ApiCreatedResponse({ type: SessionDto })
  async signIn(
    @Body() body: SignInDto,
    @Ip() source: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') acceptLanguage?: string,
  ): Promise<SessionDto> {
    const { token, actor, email } = await this.sessions.signIn(body.email, body.password, source);
    await this.browserSession.begin(request, reply, token);
    return SessionDto.of(actor, email, languageOf(acceptLanguage));
  }

  @Get('session')
  @Allow(...ALL_ROLES)
  @ApiOperation({ summary: 'Who is signed in' })
  @ApiOkResponse({ type: SessionDto })
  async read(@CurrentActor() actor: Actor, @Headers('accept-language') acceptLanguage?: string): Promise<SessionDto> {
    const email = actor.kind === 'account' ? await this.sessions.emailOf(actor.id) : undefined;
    return SessionDto.of(actor, email ?? null, languageOf(acceptLanguage));
  }

  @Delete('session')
  @Public()
  @RefuseCrossSite()
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out', description: 'Answers 204 also when nobody was signed in.' })
  @ApiNoContentResponse()
  signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    return this.browserSession.end(request, reply);
  }

  @Delete('sessions')
  @Allow(...ALL_ROLES)
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out on every device' })
  @ApiNoContentResponse()
  async signOutEverywhere(
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    if (actor.kind !== 'account') throw peopleOnly();
    await this.sessions.signOutEverywhere(actor);
    this.cookie.clear(reply);
  }

  @Post('session/password')
  @Allow(...ALL_ROLES)
  @HttpCode(204)
  @NotIdempotent()
  @ApiOperation({ summary: 'Change the own password', description: 'Every other session of the account ends.' })
  @ApiNoContentResponse()
  async changePassword(
    @CurrentActor() actor: Actor,
    @Body() { current, next }: ChangePasswordDto,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const token = this.cookie.tokenIn(request);
    if (actor.kind !== 'account' || token === undefined) throw peopleOnly();
    await this.sessions.changePassword(actor, current, next, token);
  }
}
