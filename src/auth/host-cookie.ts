import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** `__Host-` makes browsers refuse the cookie unless it is Secure, of this host alone and for every path. */
export const hostCookieName = (publicUrl: string, name: string): string =>
  publicUrl.startsWith('https:') ? `__Host-${name}` : name;

/** A cookie that no script reads, and that comes along from another site only when somebody follows a link to here. */
export class HostCookie {
  readonly name: string;
  private readonly options: { httpOnly: true; sameSite: 'lax'; secure: boolean; path: '/' };

  constructor(publicUrl: string, name: string) {
    this.name = hostCookieName(publicUrl, name);
    this.options = { httpOnly: true, sameSite: 'lax', secure: publicUrl.startsWith('https:'), path: '/' };
  }

  valueIn(request: FastifyRequest): string | undefined {
    return request.cookies[this.name];
  }

  set(reply: FastifyReply, value: string, seconds: number): void {
    void reply.setCookie(this.name, value, { ...this.options, maxAge: seconds });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.options);
  }
}
