import { Injectable } from '@nestjs/common';
import { Database, type Sql, type Tx } from '../database/database.ts';
import { Clock } from '../kernel/clock.ts';
import { newId, type OrganisationId } from '../kernel/identifiers.ts';
import { type Actor, areRolesOf, type OrganisationKind, ROLES, type Role } from './actor.ts';
import { ActorsService } from './actors.service.ts';
import { type AuditedActor, AuditService } from './audit.service.ts';
import { accountNotFound, organisationNotFound, ownAccount, rolesOfAnotherKind } from './auth.refusals.ts';
import { hashPassword } from './passwords.ts';
import { SessionsService } from './sessions.service.ts';

export interface NewAccount {
  /** Code of the organisation. */
  readonly organisation: string;
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly roles: readonly Role[];
}

export interface AccountChange {
  readonly isDisabled?: boolean | undefined;
  readonly roles?: readonly Role[] | undefined;
  /** A new one, for somebody who has lost theirs. */
  readonly password?: string | undefined;
  /** The provider no longer vouches for this account, until somebody signs in with its e-mail address again. */
  readonly isLinked?: false | undefined;
}

export interface AccountRow {
  id: string;
  organisation_code: string;
  organisation_kind: OrganisationKind;
  email: string;
  name: string;
  roles: Role[];
  disabled_at: Date | null;
  linked_at: Date | null;
  created_at: Date;
}

@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly actors: ActorsService,
    private readonly sessions: SessionsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal ORGANISATION_NOT_FOUND, ROLE_NOT_OF_ORGANISATION, EMAIL_TAKEN */
  async create(by: AuditedActor, { organisation, email, name, password, roles }: NewAccount): Promise<AccountRow> {
    const passwordHash = await hashPassword(password);
    return this.database.transaction(async (tx) => {
      const { id: organisationId, kind } = await organisationOf(tx, organisation);
      refuseForeignRoles(kind, roles);
      const id = newId();
      await tx.run(
        `INSERT INTO account (id, organisation_id, email, name, password_hash, roles, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [id, organisationId, email, name, passwordHash, roles, this.clock.now()],
      );
      await this.audit.record(tx, by, 'account.created', id, { organisation, roles });
      return accountOf(tx, id);
    });
  }

  /**
   * Disabling ends every session; so do other roles, so that nobody works on under the old ones, and a new password.
   * @throws Refusal OWN_ACCOUNT, ACCOUNT_NOT_FOUND, ROLE_NOT_OF_ORGANISATION
   */
  async change(
    actor: Actor,
    id: string,
    { isDisabled, roles, password, isLinked }: AccountChange,
  ): Promise<AccountRow> {
    if (actor.id === id) throw ownAccount();
    const passwordHash = password === undefined ? undefined : await hashPassword(password);
    const account = await this.database.transaction(async (tx) => {
      const before = await accountOf(tx, id, 'FOR UPDATE OF a');
      if (roles !== undefined) await this.changeRoles(tx, actor, before, roles);
      if (isDisabled !== undefined) await this.disable(tx, actor, before, isDisabled);
      if (passwordHash !== undefined) await this.resetPassword(tx, actor, before, passwordHash);
      if (isLinked === false) await this.unlink(tx, actor, before);
      await this.sessions.endAll(tx, id);
      return accountOf(tx, id);
    });
    this.actors.forgetActor(id);
    return account;
  }

  /** @throws Refusal ACCOUNT_NOT_FOUND */
  get(id: string): Promise<AccountRow> {
    return accountOf(this.database, id);
  }

  /** Newest first, of one organisation or of all; one more than `limit` where there is one. */
  list(organisation: string | undefined, beforeId: string | undefined, limit: number): Promise<AccountRow[]> {
    return this.database.rows<AccountRow>(
      `${SELECT} WHERE ($1::text IS NULL OR o.code = $1) AND ($2::uuid IS NULL OR a.id < $2)
       ORDER BY a.id DESC LIMIT $3`,
      [organisation ?? null, beforeId ?? null, limit + 1],
    );
  }

  private async changeRoles(tx: Tx, actor: Actor, account: AccountRow, roles: readonly Role[]): Promise<void> {
    refuseForeignRoles(account.organisation_kind, roles);
    await tx.run('UPDATE account SET roles = $2 WHERE id = $1', [account.id, roles]);
    await this.audit.record(tx, actor, 'account.roles_changed', account.id, { from: account.roles, to: roles });
  }

  private async disable(tx: Tx, actor: Actor, account: AccountRow, isDisabled: boolean): Promise<void> {
    if (isDisabled === (account.disabled_at !== null)) return;
    const at = isDisabled ? this.clock.now() : null;
    await tx.run('UPDATE account SET disabled_at = $2 WHERE id = $1', [account.id, at]);
    await this.audit.record(tx, actor, isDisabled ? 'account.disabled' : 'account.enabled', account.id);
  }

  private async resetPassword(tx: Tx, actor: Actor, account: AccountRow, passwordHash: string): Promise<void> {
    await tx.run('UPDATE account SET password_hash = $2 WHERE id = $1', [account.id, passwordHash]);
    await this.audit.record(tx, actor, 'account.password_reset', account.id);
  }

  private async unlink(tx: Tx, actor: Actor, { id, linked_at }: AccountRow): Promise<void> {
    if (linked_at === null) return;
    await tx.run('UPDATE account SET issuer = NULL, subject = NULL, linked_at = NULL WHERE id = $1', [id]);
    await this.audit.record(tx, actor, 'account.unlinked', id);
  }
}

const SELECT = `SELECT a.id, o.code AS organisation_code, o.kind AS organisation_kind, a.email, a.name, a.roles,
    a.disabled_at, a.linked_at, a.created_at
  FROM account a JOIN organisation o ON o.id = a.organisation_id`;

async function accountOf(sql: Sql, id: string, lock = ''): Promise<AccountRow> {
  const account = await sql.first<AccountRow>(`${SELECT} WHERE a.id = $1 ${lock}`, [id]);
  if (account === undefined) throw accountNotFound();
  return account;
}

async function organisationOf(sql: Sql, code: string): Promise<{ id: OrganisationId; kind: OrganisationKind }> {
  const organisation = await sql.first<{ id: OrganisationId; kind: OrganisationKind }>(
    'SELECT id, kind FROM organisation WHERE code = $1',
    [code],
  );
  if (organisation === undefined) throw organisationNotFound();
  return organisation;
}

function refuseForeignRoles(kind: OrganisationKind, roles: readonly Role[]): void {
  if (!areRolesOf(kind, roles)) throw rolesOfAnotherKind('roles', roles, ROLES[kind]);
}
