import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SessionCookie } from './session-cookie.ts';
import { SessionsService } from './sessions.service.ts';

/** The session of a browser, together with its cookie: for the API and for pages alike. */
@Injectable()
export class BrowserSession {
  constructor(
    private readonly sessions: SessionsService,
    private readonly cookie: SessionCookie,
  ) {}

  /** One that this browser had before is over: nobody who knew its token comes along into the new one. */
  async begin(request: FastifyRequest, reply: FastifyReply, token: string): Promise<void> {
    await this.endOwn(request);
    this.cookie.set(reply, token);
  }

  async end(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await this.endOwn(request);
    this.cookie.clear(reply);
  }

  private async endOwn(request: FastifyRequest): Promise<void> {
    const token = this.cookie.tokenIn(request);
    if (token !== undefined) await this.sessions.signOut(token);
  }
}
