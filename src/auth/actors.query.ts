import type { OrganisationId } from '../kernel/identifiers.ts';
import type { Sql } from '../database/database.ts';
import type { Actor, OrganisationKind, Role } from './actor.ts';
import type { KnownActor } from './actor-cache.ts';

interface ActorRow {
  id: string;
  name: string;
  roles: Role[];
  expires_at: Date | null;
  is_idle: boolean;
  organisation_id: OrganisationId;
  organisation_kind: OrganisationKind;
  organisation_code: string;
  name_zh: string;
  name_en: string;
  maker_id: OrganisationId | null;
}

const ORGANISATION = `o.id AS organisation_id, o.kind AS organisation_kind, o.code AS organisation_code,
  o.name_zh, o.name_en, CASE WHEN o.kind = 'maker' THEN o.id ELSE o.maker_id END AS maker_id`;

const BY_SESSION = {
  name: 'actor-by-session',
  text: `SELECT a.id, a.name, a.roles, s.expires_at, s.last_seen_at < $3 AS is_idle, ${ORGANISATION}
    FROM session s JOIN account a ON a.id = s.account_id JOIN organisation o ON o.id = a.organisation_id
    WHERE s.token_hash = $1 AND s.expires_at > $2 AND a.disabled_at IS NULL`,
};

const BY_API_KEY = {
  name: 'actor-by-api-key',
  text: `SELECT k.id, k.name, k.scopes AS roles, k.expires_at,
      k.last_used_at IS NULL OR k.last_used_at < $3 AS is_idle, ${ORGANISATION}
    FROM api_key k JOIN organisation o ON o.id = k.organisation_id
    WHERE k.secret_hash = $1 AND (k.expires_at IS NULL OR k.expires_at > $2) AND k.revoked_at IS NULL`,
};

/** How exactly it is known when somebody was here last: one write a minute, not one a request. */
const IDLE_MILLISECONDS = 60_000;

/** Who a session token's digest stands for at `now`, and a note that they were here. */
export async function actorBySession(sql: Sql, tokenHash: Buffer, now: Date): Promise<KnownActor | undefined> {
  const [row] = await sql.named<ActorRow>(BY_SESSION, [tokenHash, now, idleSince(now)]);
  if (row?.is_idle) await sql.run('UPDATE session SET last_seen_at = $2 WHERE token_hash = $1', [tokenHash, now]);
  return row && known('account', row);
}

/** Who an API key's digest stands for at `now`, and a note that it was used. */
export async function actorByApiKey(sql: Sql, secretHash: Buffer, now: Date): Promise<KnownActor | undefined> {
  const [row] = await sql.named<ActorRow>(BY_API_KEY, [secretHash, now, idleSince(now)]);
  if (row?.is_idle) await sql.run('UPDATE api_key SET last_used_at = $2 WHERE secret_hash = $1', [secretHash, now]);
  return row && known('apiKey', row);
}

const idleSince = (now: Date): Date => new Date(now.getTime() - IDLE_MILLISECONDS);

function known(kind: Actor['kind'], row: ActorRow): KnownActor {
  const organisation = {
    id: row.organisation_id,
    kind: row.organisation_kind,
    code: row.organisation_code,
    name: { zh: row.name_zh, en: row.name_en },
    makerId: row.maker_id,
  };
  return { actor: { kind, id: row.id, name: row.name, organisation, roles: row.roles }, expiresAt: row.expires_at };
}
