import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.ts';
import { Clock } from '../kernel/clock.ts';
import type { Actor } from './actor.ts';
import { ActorCache } from './actor-cache.ts';
import { actorByApiKey, actorBySession } from './actors.query.ts';
import { digestOf } from './secrets.ts';

/** Turns a credential into the actor it stands for, and forgets it when told. */
@Injectable()
export class ActorsService {
  private readonly cache = new ActorCache();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns nothing for what is unknown, expired, revoked or disabled. */
  async actorBehind(kind: 'session' | 'apiKey', secret: string): Promise<Actor | undefined> {
    const digest = digestOf(secret);
    const now = this.clock.now();
    const known = await this.cache.getOr(digest.toString('hex'), () =>
      kind === 'session' ? actorBySession(this.database, digest, now) : actorByApiKey(this.database, digest, now),
    );
    if (known === undefined) return undefined;
    return known.expiresAt === null || known.expiresAt > now ? known.actor : undefined;
  }

  /** After one session ended. */
  forgetSession(tokenHash: Buffer): void {
    this.database.afterCommit(() => this.cache.drop(tokenHash.toString('hex')));
  }

  /** After an account was disabled or changed, all its sessions ended, or an API key was revoked. */
  forgetActor(id: string): void {
    this.database.afterCommit(() => this.cache.dropActor(id));
  }
}
