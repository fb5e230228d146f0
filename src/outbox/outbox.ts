import type { Sql } from '../database/database.ts';
import { newId, type OrganisationId } from '../kernel/identifiers.ts';
import type { EventData, EventType } from './events.ts';

/**
 * Writes down what happened, in the transaction in which it happens: neither stays without the other. Each organisation
 * gets an event of its own, so that it can be told other things than the others are.
 * @param audience whose business it is; `null` is nobody, and nobody is told twice.
 */
export async function recordEvent<Type extends EventType>(
  sql: Sql,
  at: Date,
  audience: readonly (OrganisationId | null)[],
  type: Type,
  data: EventData[Type],
): Promise<void> {
  const organisations = [...new Set(audience)].filter((id) => id !== null);
  if (organisations.length === 0) return;
  await sql.run(
    `INSERT INTO outbox_event (id, organisation_id, type, at, data)
     SELECT t.id, t.organisation_id, $3, $4, $5 FROM unnest($1::uuid[], $2::uuid[]) AS t(id, organisation_id)`,
    [organisations.map(() => newId()), organisations, type, at, JSON.stringify(data)],
  );
}
