import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../config/config.ts';
import { credentialOf, sessionCookieName } from './credentials.ts';

/** The cookie that stands for a session in a browser: for the API and for pages alike. */
@Injectable()
export class SessionCookie {
  private readonly name: string;

  constructor(private readonly config: Config) {
    this.name = sessionCookieName(config.publicUrl);
  }

  /** The session's token that a request carries; nothing for strangers and for API keys. */
  tokenIn(request: FastifyRequest): string | undefined {
    const credential = credentialOf(request, this.name);
    return credential.kind === 'session' ? credential.secret : undefined;
  }

  set(reply: FastifyReply, token: string): void {
    void reply.setCookie(this.name, token, { ...this.options(), maxAge: this.config.sessionHours * 3600 });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.options());
  }

  private options() {
    const secure = this.config.publicUrl.startsWith('https:');
    return { httpOnly: true, sameSite: 'lax', secure, path: '/' } as const;
  }
}
