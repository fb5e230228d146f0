import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../config/config.ts';
import { credentialOf, SESSION_COOKIE } from './credentials.ts';
import { HostCookie } from './host-cookie.ts';

/** The cookie that stands for a session in a browser: for the API and for pages alike. */
@Injectable()
export class SessionCookie {
  private readonly cookie: HostCookie;

  constructor(private readonly config: Config) {
    this.cookie = new HostCookie(config.publicUrl, SESSION_COOKIE);
  }

  /** The session's token that a request carries; nothing for strangers and for API keys. */
  tokenIn(request: FastifyRequest): string | undefined {
    const credential = credentialOf(request, this.cookie.name);
    return credential.kind === 'session' ? credential.secret : undefined;
  }

  set(reply: FastifyReply, token: string): void {
    this.cookie.set(reply, token, this.config.sessionHours * 3600);
  }

  clear(reply: FastifyReply): void {
    this.cookie.clear(reply);
  }
}
