import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
  StreamableFile,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { actorOf } from '../auth/access.ts';
import { Database, type Tx } from '../database/database.ts';
import { Clock } from '../kernel/clock.ts';
import { Refusal } from '../kernel/refusal.ts';
import { idempotencyKeyReused, stillInProgress } from './http.refusals.ts';
import { claimOf, type IdempotencyClaim } from './idempotency-claim.ts';
import { IDEMPOTENCY } from './openapi-extensions.ts';
import {
  abandonClaim,
  completeClaim,
  isLockTimeout,
  placeClaim,
  type StoredAnswer,
  type StoredClaim,
  storedClaim,
} from './idempotency.query.ts';

const SKIPPED = Symbol('idempotency skipped');
const SHOWN_ONCE = Symbol('shown once');

/** For a route whose answer must not be kept, such as a sign-in: an `Idempotency-Key` on it says nothing. */
export const NotIdempotent = () => applyDecorators(SetMetadata(SKIPPED, true), ApiExtension(IDEMPOTENCY, 'none'));

/** For a route that keeps each key's effect and answer itself, because a stored answer would cost it too much. */
export const OwnIdempotency = () => applyDecorators(SetMetadata(SKIPPED, true), ApiExtension(IDEMPOTENCY, 'own'));

/** Members of the answer that are not stored with it: a secret is shown to the first caller and nobody after. */
export const ShownOnce = (...members: readonly string[]) => SetMetadata(SHOWN_ONCE, members);

type Outcome =
  { readonly result: unknown } | { readonly refusal: Refusal } | { readonly stored: StoredClaim | undefined };

/** How long a duplicate waits for the first one's answer before it is told to come back. */
const PATIENCE_SECONDS = 5;

/**
 * `Idempotency-Key` on a POST: one effect and one answer, however often and however concurrently it is sent.
 *
 * The claim on the key, everything the handler writes and the stored answer are one transaction (`Database.unite`). So
 * there is no half-done claim to take over: when the process dies, all three are gone and a retry begins anew; when it
 * was committed, all three are there. A duplicate meanwhile waits on the key's unique index.
 *
 * A refusal is not stored, because what forbade it may be mended; what was recorded about it is kept.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  /** Duplicates within this process wait here, so that they hold no connection while they do. */
  private readonly running = new Map<string, Promise<unknown>>();

  constructor(
    private readonly reflector: Reflector,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const header = request.headers['idempotency-key'];
    if (request.method !== 'POST' || header === undefined) return next.handle();
    if (this.reflector.get<boolean | undefined>(SKIPPED, context.getHandler())) return next.handle();
    const claim = claimOf(request, header, actorOf(request)?.organisation.id);
    const secrets = this.reflector.get<readonly string[] | undefined>(SHOWN_ONCE, context.getHandler()) ?? [];
    return from(this.once(claim, http.getResponse<FastifyReply>(), next, secrets));
  }

  private async once(
    claim: IdempotencyClaim,
    reply: FastifyReply,
    next: CallHandler,
    secrets: readonly string[],
  ): Promise<unknown> {
    const work = () => this.database.unite((tx) => this.attempt(tx, claim, reply, next, secrets));
    const outcome = await this.inTurn(claim, work).catch((error: unknown) => {
      throw isLockTimeout(error) ? stillInProgress(PATIENCE_SECONDS) : error;
    });
    if ('refusal' in outcome) throw outcome.refusal;
    if ('result' in outcome) return outcome.result;
    return replay(outcome.stored, claim, reply);
  }

  private async attempt(
    tx: Tx,
    claim: IdempotencyClaim,
    reply: FastifyReply,
    next: CallHandler,
    secrets: readonly string[],
  ): Promise<Outcome> {
    const isOurs = await placeClaim(tx, claim, this.clock.now(), PATIENCE_SECONDS);
    if (!isOurs) return { stored: await storedClaim(tx, claim) };
    try {
      const result: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      await completeClaim(tx, claim, answerOf(reply, result, secrets), this.clock.now());
      return { result };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await abandonClaim(tx, claim);
      return { refusal: error };
    }
  }

  private async inTurn<Result>({ scope, key }: IdempotencyClaim, work: () => Promise<Result>): Promise<Result> {
    const name = `${scope} ${key}`;
    const before = this.running.get(name);
    const own = before === undefined ? work() : settledWithin(before, PATIENCE_SECONDS * 1000).then(work);
    // Who gave up waiting leaves the one before running: the next in line waits for both.
    const both = Promise.allSettled([before, own]);
    this.running.set(name, both);
    try {
      return await own;
    } finally {
      void both.then(() => this.running.get(name) === both && this.running.delete(name));
    }
  }
}

/** @throws Refusal IDEMPOTENCY_IN_PROGRESS when it takes longer. */
async function settledWithin(work: Promise<unknown>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const giveUp = new Promise((_, reject) => {
    timer = setTimeout(() => reject(stillInProgress(PATIENCE_SECONDS)), milliseconds);
  });
  await Promise.race([work, giveUp]).finally(() => clearTimeout(timer));
}

function answerOf(reply: FastifyReply, result: unknown, secrets: readonly string[]): StoredAnswer {
  if (Buffer.isBuffer(result) || result instanceof StreamableFile) {
    throw new TypeError('Only JSON answers are stored: mark this route @NotIdempotent().');
  }
  const blanks = Object.fromEntries(secrets.map((name) => [name, null]));
  const kept = secrets.length === 0 ? result : { ...(result as object), ...blanks };
  const location = reply.getHeader('location');
  return {
    status: reply.statusCode,
    location: typeof location === 'string' ? location : null,
    body: kept === undefined ? null : JSON.stringify(kept),
  };
}

function replay(stored: StoredClaim | undefined, claim: IdempotencyClaim, reply: FastifyReply): unknown {
  // Purged between our claim and our look: the key is free again.
  if (stored === undefined) throw stillInProgress(1);
  if (!stored.bodyHash.equals(claim.bodyHash)) throw idempotencyKeyReused();
  void reply.code(stored.status).header('idempotency-replayed', 'true');
  if (stored.location !== null) void reply.header('location', stored.location);
  return stored.body === null ? undefined : (JSON.parse(stored.body) as unknown);
}
