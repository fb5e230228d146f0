import { generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { Injectable, Logger } from '@nestjs/common';
import { calculateJwkThumbprint, type JWK } from 'jose';
import type { Actor } from '../auth/actor.ts';
import { AuditService, type AuditedActor } from '../auth/audit.service.ts';
import { Database, type Tx } from '../database/database.ts';
import { Clock } from '../kernel/clock.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import { Refusal } from '../kernel/refusal.ts';
import { keyReach, type KeyReach } from './key-reach.query.ts';
import type { LabelAlg } from './label-signature.ts';
import { cutOffInFuture, cutOffOnlyEarlier, notAMaker, signingKeyNotFound } from './labels.refusals.ts';
import { PrivateKeyStore, publicJwkOf } from './private-key-store.ts';
import { PublishedKeysService } from './published-keys.service.ts';
import { SigningKey } from './signing-key.entity.ts';

const newKeyPair = promisify(generateKeyPair);

/** The life of a maker's keys: made on first use, rotated, revoked. One at most is active, whoever asks at once. */
@Injectable()
export class SigningKeysService {
  private readonly logger = new Logger(SigningKeysService.name);

  constructor(
    private readonly database: Database,
    private readonly store: PrivateKeyStore,
    private readonly published: PublishedKeysService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Newest first, and the active one before those of its moment. */
  ofMaker(makerId: OrganisationId): Promise<SigningKey[]> {
    const order = { createdAt: 'DESC', status: 'ASC', kid: 'ASC' } as const;
    return this.database.manager.find(SigningKey, { where: { makerId }, order });
  }

  /** The key that signs now; the first call for a maker makes it. */
  async active(makerId: OrganisationId): Promise<SigningKey> {
    const where = { makerId, status: 'active' } as const;
    const known = await this.database.manager.findOneBy(SigningKey, where);
    if (known) return known;
    return this.withNewKey('ES256', async (tx, fresh) => {
      await lockMaker(tx, makerId);
      const meanwhile = await tx.manager.findOneBy(SigningKey, where);
      return meanwhile ?? this.activate(tx, makerId, fresh, 'system');
    });
  }

  /** A new key signs from now on. What the old one signed stays good; its private half is gone. */
  async rotate(actor: Actor, alg: LabelAlg): Promise<SigningKey> {
    const makerId = actor.organisation.id;
    return this.withNewKey(alg, async (tx, fresh) => {
      await lockMaker(tx, makerId);
      const old = await tx.manager.findOneBy(SigningKey, { makerId, status: 'active' });
      if (old) await tx.manager.save(Object.assign(old, { status: 'retired', notAfter: this.clock.now() }));
      const key = await this.activate(tx, makerId, fresh, actor);
      if (old) this.eraseAfterCommit(old.kid);
      return key;
    });
  }

  /**
   * Ends a key that may be in wrong hands. Serials recorded before `cutOff` stay good. If it was the active one, the next
   * label gets a new key.
   * @throws Refusal SIGNING_KEY_NOT_FOUND, KEY_CUT_OFF_IN_FUTURE, KEY_ALREADY_REVOKED
   */
  async revoke(actor: Actor, kid: string, cutOff: Date, reason: string): Promise<SigningKey> {
    const now = this.clock.now();
    if (cutOff > now) throw cutOffInFuture();
    return this.database.transaction(async (tx) => {
      await lockMaker(tx, actor.organisation.id);
      const key = await tx.manager.findOneBy(SigningKey, { kid, makerId: actor.organisation.id });
      if (!key) throw signingKeyNotFound();
      if (key.cutOff && cutOff > key.cutOff) throw cutOffOnlyEarlier(key.cutOff);
      Object.assign(key, { status: 'revoked', cutOff, reason, notAfter: key.notAfter ?? now });
      await tx.manager.save(key);
      await this.audit.record(tx, actor, 'signing_key.revoked', kid, { cutOff: cutOff.toISOString(), reason });
      this.eraseAfterCommit(kid);
      return key;
    });
  }

  /**
   * What `revoke` would do, before it is done: how many labels the key signed, and how many of them would no longer be good.
   * @throws Refusal as `revoke` does
   */
  async reach(actor: Actor, kid: string, cutOff: Date): Promise<KeyReach> {
    if (cutOff > this.clock.now()) throw cutOffInFuture();
    const key = await this.database.manager.findOneBy(SigningKey, { kid, makerId: actor.organisation.id });
    if (!key) throw signingKeyNotFound();
    if (key.cutOff && cutOff > key.cutOff) throw cutOffOnlyEarlier(key.cutOff);
    return keyReach(this.database, key.makerId, kid, cutOff);
  }

  /**
   * The private half is on disk before any row speaks of it: a crash in between leaves a file that nobody names, never a
   * key that cannot sign.
   */
  private async withNewKey(
    alg: LabelAlg,
    work: (tx: Tx, fresh: Pick<SigningKey, 'kid' | 'alg' | 'publicJwk'>) => Promise<SigningKey>,
  ): Promise<SigningKey> {
    const privateKey = await generate(alg);
    const publicJwk = publicJwkOf(privateKey) as JWK;
    const kid = await calculateJwkThumbprint(publicJwk);
    await this.store.put(kid, privateKey);
    try {
      const settled = await this.database.transaction((tx) => work(tx, { kid, alg, publicJwk }));
      if (settled.kid !== kid) await this.store.erase(kid);
      return settled;
    } catch (error) {
      // After any other error the row may be there all the same: the connection can break on the way back from a commit.
      if (error instanceof Refusal) await this.store.erase(kid);
      throw error;
    }
  }

  private async activate(
    tx: Tx,
    makerId: OrganisationId,
    fresh: Pick<SigningKey, 'kid' | 'alg' | 'publicJwk'>,
    by: AuditedActor,
  ): Promise<SigningKey> {
    const now = this.clock.now();
    const key = tx.manager.create(SigningKey, {
      ...fresh,
      makerId,
      status: 'active',
      notBefore: now,
      notAfter: null,
      cutOff: null,
      reason: null,
      createdAt: now,
    });
    await tx.manager.insert(SigningKey, key);
    await this.audit.record(tx, by, 'signing_key.activated', key.kid, { alg: key.alg });
    this.database.afterCommit(() => this.published.forget());
    return key;
  }

  private eraseAfterCommit(kid: string): void {
    this.database.afterCommit(() => {
      this.published.forget();
      this.store.erase(kid).catch((error: unknown) => {
        this.logger.warn(`Delete ${this.store.placeOf(kid)} by hand, its key no longer signs: ${String(error)}`);
      });
    });
  }
}

/** Whoever changes a maker's keys waits here for whoever does so already. Rows that refer to the maker are not held up. */
async function lockMaker(tx: Tx, makerId: OrganisationId): Promise<void> {
  const found = await tx.run(`SELECT 1 FROM organisation WHERE id = $1 AND kind = 'maker' FOR NO KEY UPDATE`, [
    makerId,
  ]);
  if (found === 0) throw notAMaker();
}

async function generate(alg: LabelAlg): Promise<KeyObject> {
  const { privateKey } =
    alg === 'ES256' ? await newKeyPair('ec', { namedCurve: 'P-256' }) : await newKeyPair('ed25519', undefined);
  return privateKey;
}
