import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.ts';
import { Database, type Sql, type Tx } from '../database/database.ts';
import { Clock } from '../kernel/clock.ts';
import type { Actor } from './actor.ts';
import { ActorsService } from './actors.service.ts';
import { actorBySession } from './actors.query.ts';
import { AuditService } from './audit.service.ts';
import { signInFailed, unauthenticated, wrongPassword } from './auth.refusals.ts';
import { hashPassword, isPassword } from './passwords.ts';
import { digestOf, newSessionToken } from './secrets.ts';
import { SignInLimit } from './sign-in-limit.ts';

const HOUR = 3_600_000;

export interface NewSession {
  readonly token: string;
  readonly actor: Actor;
  readonly email: string;
}

/** Who has shown who they are. */
export interface KnownAccount {
  readonly id: string;
  readonly email: string;
}

interface AccountRow extends KnownAccount {
  password_hash: string;
  is_disabled: boolean;
}

/** Signing in and out. Only a digest of a session's token is stored: who reads the database cannot become anybody. */
@Injectable()
export class SessionsService {
  private readonly limit: SignInLimit;

  constructor(
    private readonly database: Database,
    private readonly actors: ActorsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {
    this.limit = new SignInLimit(config.signInsPerMinute);
  }

  /**
   * @param source network address of the caller; attempts are counted by it and the e-mail address together, so that
   *   nobody can lock somebody else out.
   * @throws Refusal SIGN_IN_FAILED, TOO_MANY_SIGN_INS
   */
  async signIn(email: string, password: string, source: string): Promise<NewSession> {
    const attempt = `${source} ${email.toLowerCase()}`;
    this.limit.count(attempt);
    const account = await this.database.first<AccountRow>(
      'SELECT id, email, password_hash, disabled_at IS NOT NULL AS is_disabled FROM account WHERE lower(email) = lower($1)',
      [email],
    );
    const isRight = await isPassword(password, account?.password_hash);
    if (account === undefined || !isRight || account.is_disabled) throw signInFailed();
    this.limit.forget(attempt);
    return this.database.transaction((tx) => this.begin(tx, account, 'password'));
  }

  async signOut(token: string): Promise<void> {
    const tokenHash = digestOf(token);
    await this.database.run('DELETE FROM session WHERE token_hash = $1', [tokenHash]);
    this.actors.forgetSession(tokenHash);
  }

  async signOutEverywhere(actor: Actor): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.endAll(tx, actor.id);
      await this.audit.record(tx, actor, 'sessions.ended', actor.id);
    });
    this.actors.forgetActor(actor.id);
  }

  /** Ends every session but the one it is asked from: who changes a password may suspect that somebody knows it. */
  async changePassword(actor: Actor, current: string, next: string, token: string): Promise<void> {
    const attempt = `password ${actor.id}`;
    this.limit.count(attempt);
    const account = await this.database.first<{ password_hash: string }>(
      'SELECT password_hash FROM account WHERE id = $1',
      [actor.id],
    );
    if (!(await isPassword(current, account?.password_hash))) throw wrongPassword();
    this.limit.forget(attempt);
    const passwordHash = await hashPassword(next);
    await this.database.transaction(async (tx) => {
      await tx.run('UPDATE account SET password_hash = $2 WHERE id = $1', [actor.id, passwordHash]);
      await this.endAll(tx, actor.id, token);
      await this.audit.record(tx, actor, 'password.changed', actor.id);
    });
    this.actors.forgetActor(actor.id);
  }

  /** For a statement of somebody else's transaction; they forget the actor after it. */
  async endAll(sql: Sql, accountId: string, exceptToken?: string): Promise<void> {
    const except = exceptToken === undefined ? null : digestOf(exceptToken);
    await sql.run('DELETE FROM session WHERE account_id = $1 AND token_hash IS DISTINCT FROM $2', [accountId, except]);
  }

  /** The e-mail address is shown to its owner alone, so it is no part of an actor, which goes everywhere. */
  async emailOf(accountId: string): Promise<string | undefined> {
    const sql = 'SELECT email FROM account WHERE id = $1';
    return (await this.database.first<{ email: string }>(sql, [accountId]))?.email;
  }

  async removeExpired(): Promise<void> {
    await this.database.run('DELETE FROM session WHERE expires_at <= $1', [this.clock.now()]);
  }

  /**
   * @param way how they have shown who they are.
   * @throws Refusal UNAUTHENTICATED when the account was disabled since
   */
  async begin(tx: Tx, { id, email }: KnownAccount, way: 'password' | 'provider'): Promise<NewSession> {
    const token = newSessionToken();
    const tokenHash = digestOf(token);
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + this.config.sessionHours * HOUR);
    await tx.run(
      'INSERT INTO session (token_hash, account_id, created_at, expires_at, last_seen_at) VALUES ($1, $2, $3, $4, $3)',
      [tokenHash, id, now, expiresAt],
    );
    const known = await actorBySession(tx, tokenHash, now);
    if (known === undefined) throw unauthenticated();
    await this.audit.record(tx, known.actor, 'session.begun', id, { way });
    return { token, actor: known.actor, email };
  }
}
