import { type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  type ThrottlerLimitDetail,
  ThrottlerGuard,
  type ThrottlerModuleOptions,
  type ThrottlerStorage,
} from '@nestjs/throttler';
import type { FastifyRequest } from 'fastify';
import { Config } from '../config/config.ts';
import { actorOf } from '../auth/access.ts';
import { tooManyRequests } from './http.refusals.ts';
import { RateLimit } from './rate-limit.ts';

const MINUTE = 60_000;
const PUBLIC_CHECK = Symbol('public check');

/** A route by which strangers may try codes: the tight limit for public checks counts for it, and for all such together. */
export const LimitPublicChecks = () => SetMetadata(PUBLIC_CHECK, true);

/** Two limits a minute: one for everything a caller asks, one for what strangers try. */
export function throttlerOptions(config: Config, reflector: Reflector): ThrottlerModuleOptions {
  const isPublicCheck = (context: ExecutionContext) =>
    reflector.getAllAndOverride<boolean | undefined>(PUBLIC_CHECK, [context.getHandler(), context.getClass()]) === true;
  return {
    storage: new WindowStorage(),
    setHeaders: false,
    generateKey: (_context, caller, name) => `${name} ${caller}`,
    throttlers: [
      { name: 'requests', ttl: MINUTE, limit: config.requestsPerMinute },
      {
        name: 'publicChecks',
        ttl: MINUTE,
        limit: config.publicChecksPerMinute,
        skipIf: (context) =>
          actorOf(context.switchToHttp().getRequest<FastifyRequest>()) !== undefined || !isPublicCheck(context),
      },
    ],
  };
}

/** The package's own storage keeps a timer a request; this one a number a caller. */
class WindowStorage implements ThrottlerStorage {
  private readonly windows = new RateLimit(MINUTE);

  increment(key: string, _ttl: number, limit: number): ReturnType<ThrottlerStorage['increment']> {
    const { isAllowed, hits, secondsLeft } = this.windows.hit(key, limit);
    return Promise.resolve({
      totalHits: hits,
      timeToExpire: secondsLeft,
      isBlocked: !isAllowed,
      timeToBlockExpire: secondsLeft,
    });
  }
}

/** Counts by account or API key, and strangers by their address (IPv6 by its network). Runs after the caller is known. */
@Injectable()
export class RequestThrottle extends ThrottlerGuard {
  protected override async getTracker(request: FastifyRequest): Promise<string> {
    return actorOf(request)?.id ?? super.getTracker(request);
  }

  protected override throwThrottlingException(_context: ExecutionContext, detail: ThrottlerLimitDetail): Promise<void> {
    throw tooManyRequests(detail.timeToBlockExpire);
  }
}
