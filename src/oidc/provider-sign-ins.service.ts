import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.ts';
import { AuditService } from '../auth/audit.service.ts';
import { type NewSession, SessionsService } from '../auth/sessions.service.ts';
import { SignInLimit } from '../auth/sign-in-limit.ts';
import { Config } from '../config/config.ts';
import { Database, type Sql, type Tx } from '../database/database.ts';
import { Clock } from '../kernel/clock.ts';
import { type Identity, IdentityProvider } from './identity-provider.ts';
import { anotherPerson, emailUnverified, nobodyHere } from './oidc.refusals.ts';
import { type SignInAttempt, SignInAttemptsService } from './sign-in-attempts.service.ts';

interface AccountRow {
  id: string;
  email: string;
  issuer: string | null;
  subject: string | null;
  is_disabled: boolean;
}

/** Signing in with a provider that vouches for people. It opens accounts that are there; it never makes one. */
@Injectable()
export class ProviderSignInsService {
  private readonly limit: SignInLimit;

  constructor(
    private readonly provider: IdentityProvider,
    private readonly attempts: SignInAttemptsService,
    private readonly sessions: SessionsService,
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    config: Config,
  ) {
    this.limit = new SignInLimit(config.signInsPerMinute);
  }

  /**
   * @param source network address of the caller, by which attempts are counted: the provider alone knows who it is.
   * @returns where the browser is to go, and the token by which it is known again.
   * @throws Refusal TOO_MANY_SIGN_INS, SIGN_IN_PROVIDER_UNSET, SIGN_IN_PROVIDER_AWAY
   */
  async begin(next: string | undefined, source: string): Promise<{ readonly address: string; readonly token: string }> {
    this.limit.count(source);
    const { address, secrets } = await this.provider.question();
    return { address, token: await this.attempts.begin(secrets, next) };
  }

  /**
   * @param query what the browser brought back in the address of the callback.
   * @throws Refusal as `IdentityProvider.identityIn`, EMAIL_UNVERIFIED, EMAIL_UNKNOWN, ACCOUNT_OF_ANOTHER
   */
  async finish(query: string, attempt: SignInAttempt, source: string): Promise<NewSession> {
    const identity = await this.provider.identityIn(query, attempt);
    const session = await this.database.transaction((tx) => this.open(tx, identity));
    this.limit.forget(source);
    return session;
  }

  private async open(tx: Tx, identity: Identity): Promise<NewSession> {
    const linked = await accountLinkedWith(tx, identity);
    const account = linked ?? (await this.accountToLink(tx, identity));
    if (account.is_disabled) throw nobodyHere(this.provider.name);
    const session = await this.sessions.begin(tx, account, 'provider');
    if (linked === undefined) await this.link(tx, session.actor, identity);
    return session;
  }

  /** The e-mail address counts once: later it may belong to somebody else, here or at the provider. */
  private async accountToLink(tx: Tx, { issuer, subject, email }: Identity): Promise<AccountRow> {
    if (email === undefined) throw emailUnverified(this.provider.name);
    const account = await tx.first<AccountRow>(`${SELECT} WHERE lower(email) = lower($1) FOR UPDATE`, [email]);
    if (account === undefined) throw nobodyHere(this.provider.name);
    if (account.issuer === issuer && account.subject !== subject) throw anotherPerson();
    return account;
  }

  private async link(tx: Tx, actor: Actor, { issuer, subject }: Identity): Promise<void> {
    const now = this.clock.now();
    await tx.run('UPDATE account SET issuer = $2, subject = $3, linked_at = $4 WHERE id = $1', [
      actor.id,
      issuer,
      subject,
      now,
    ]);
    // The subject is a name of the person, and the audit forgets nothing.
    await this.audit.record(tx, actor, 'account.linked', actor.id, { issuer });
  }
}

const SELECT = 'SELECT id, email, issuer, subject, disabled_at IS NOT NULL AS is_disabled FROM account';

const accountLinkedWith = (sql: Sql, { issuer, subject }: Identity): Promise<AccountRow | undefined> =>
  sql.first<AccountRow>(`${SELECT} WHERE issuer = $1 AND subject = $2`, [issuer, subject]);
