import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Config } from '../config/config.ts';
import { RateLimit } from '../http/rate-limit.ts';
import { ACCESS, type Access, REFUSE_CROSS_SITE, setActor } from './access.ts';
import { type Actor, hasRole } from './actor.ts';
import { ActorsService } from './actors.service.ts';
import { anotherAccount, crossSiteRequest, forbidden, tooManySignIns, unauthenticated } from './auth.refusals.ts';
import { type Credential, credentialOf, SESSION_COOKIE } from './credentials.ts';
import { isCrossSite } from './cross-site.ts';
import { hostCookieName } from './host-cookie.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
const MINUTE = 60_000;
/** Whom a device means to act for. A phone's queue outlives sessions, and the phone has many hands. */
const MEANT_ACCOUNT = 'truepart-account';
/** Wrong keys a minute and source before the database is no longer asked. */
const MOST_WRONG_KEYS = 60;

/** Every route passes here: who calls, from where, and whether they may. What a route does not allow is refused. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly cookieName: string;
  private readonly wrongKeys = new RateLimit(MINUTE);

  constructor(
    private readonly reflector: Reflector,
    private readonly actors: ActorsService,
    private readonly config: Config,
  ) {
    this.cookieName = hostCookieName(config.publicUrl, SESSION_COOKIE);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const access = this.metadata(context, ACCESS) as Access | undefined;
    const credential = credentialOf(request, this.cookieName);
    const actor = await this.actorOf(credential, request);
    if (actor !== undefined) setActor(request, actor);
    if (actor !== undefined && credential.kind === 'session') this.refuseCrossSite(request);
    else if (this.metadata(context, REFUSE_CROSS_SITE) === true) this.refuseCrossSite(request);
    if (access === 'public') return true;
    if (access === undefined) throw forbidden();
    if (actor === undefined) throw unauthenticated();
    const meant = request.headers[MEANT_ACCOUNT];
    if (meant !== undefined && meant !== actor.id) throw anotherAccount();
    if (!hasRole(actor, ...access)) throw forbidden();
    return true;
  }

  /** A stale cookie makes a stranger, who may sign in; a wrong key is a program's mistake, and it is told everywhere. */
  private async actorOf(credential: Credential, request: FastifyRequest): Promise<Actor | undefined> {
    if (credential.kind === 'none') return undefined;
    const { isAllowed, secondsLeft } = this.wrongKeys.peek(request.ip, MOST_WRONG_KEYS);
    if (!isAllowed) throw tooManySignIns(secondsLeft);
    const actor =
      credential.kind === 'malformed' ? undefined : await this.actors.actorBehind(credential.kind, credential.secret);
    if (actor !== undefined) return actor;
    this.wrongKeys.hit(request.ip, MOST_WRONG_KEYS);
    if (credential.kind !== 'session') throw unauthenticated();
    return undefined;
  }

  private refuseCrossSite({ method, headers }: FastifyRequest): void {
    if (SAFE_METHODS.has(method)) return;
    const { origin, host } = headers;
    const secFetchSite = headers['sec-fetch-site'];
    const provenance = {
      secFetchSite: typeof secFetchSite === 'string' ? secFetchSite : undefined,
      contentType: headers['content-type'],
      origin,
      host,
    };
    if (isCrossSite(provenance, this.config.publicUrl)) throw crossSiteRequest();
  }

  private metadata(context: ExecutionContext, key: symbol): unknown {
    return this.reflector.getAllAndOverride<unknown, symbol>(key, [context.getHandler(), context.getClass()]);
  }
}
