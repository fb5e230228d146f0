import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.ts';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/identifiers.ts';
import { type Actor, areRolesOf, ROLES, type Role } from './actor.ts';
import { ActorsService } from './actors.service.ts';
import { AuditService } from './audit.service.ts';
import { apiKeyNotFound, expiredAlready, rolesBeyondOwn, rolesOfAnotherKind } from './auth.refusals.ts';
import { digestOf, hintOf, newApiKey } from './secrets.ts';

export interface ApiKeyRow {
  id: string;
  name: string;
  hint: string;
  scopes: Role[];
  created_at: Date;
  expires_at: Date | null;
  revoked_at: Date | null;
  last_used_at: Date | null;
}

export interface NewApiKey {
  readonly name: string;
  readonly scopes: readonly Role[];
  readonly expiresAt: Date | null;
}

const COLUMNS = 'id, name, hint, scopes, created_at, expires_at, revoked_at, last_used_at';

/** Keys of machines: made and revoked by who leads an organisation, for that organisation alone. */
@Injectable()
export class ApiKeysService {
  constructor(
    private readonly database: Database,
    private readonly actors: ActorsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the key itself beside its row: it is shown now and never again.
   * @throws Refusal ROLE_NOT_OF_ORGANISATION, ROLES_BEYOND_OWN, INVALID_INPUT
   */
  async create(actor: Actor, { name, scopes, expiresAt }: NewApiKey): Promise<{ row: ApiKeyRow; secret: string }> {
    const now = this.clock.now();
    const { id: organisationId, kind } = actor.organisation;
    if (!areRolesOf(kind, scopes)) throw rolesOfAnotherKind('scopes', scopes, ROLES[kind]);
    // A key made by a key must not outgrow it, or a leaked key could make itself a stronger one.
    if (actor.kind === 'apiKey' && !scopes.every((scope) => actor.roles.includes(scope))) throw rolesBeyondOwn();
    if (expiresAt !== null && expiresAt <= now) throw expiredAlready();
    const secret = newApiKey();
    const values = [newId(), organisationId, name, digestOf(secret), hintOf(secret), scopes, expiresAt, now, actor.id];
    const row = await this.database.transaction(async (tx) => {
      const [created] = await tx.rows<ApiKeyRow>(
        `INSERT INTO api_key
           (id, organisation_id, name, secret_hash, hint, scopes, expires_at, created_at, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING ${COLUMNS}`,
        values,
      );
      await this.audit.record(tx, actor, 'api_key.created', created!.id, { scopes, expiresAt });
      return created!;
    });
    return { row, secret };
  }

  /** Newest first, revoked ones too; one more than `limit` where there is one. */
  list(actor: Actor, beforeId: string | undefined, limit: number): Promise<ApiKeyRow[]> {
    return this.database.rows<ApiKeyRow>(
      `SELECT ${COLUMNS} FROM api_key
       WHERE organisation_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
      [actor.organisation.id, beforeId ?? null, limit + 1],
    );
  }

  /** Takes effect at once in this process, within seconds in others. Again: nothing more happens. */
  async revoke(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const key = await tx.first<{ revoked_at: Date | null }>(
        'SELECT revoked_at FROM api_key WHERE id = $1 AND organisation_id = $2 FOR UPDATE',
        [id, actor.organisation.id],
      );
      if (key === undefined) throw apiKeyNotFound();
      if (key.revoked_at !== null) return;
      await tx.run('UPDATE api_key SET revoked_at = $2 WHERE id = $1', [id, this.clock.now()]);
      await this.audit.record(tx, actor, 'api_key.revoked', id);
    });
    this.actors.forgetActor(id);
  }
}
