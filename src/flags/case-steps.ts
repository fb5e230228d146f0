import type { Sql } from '../database/database.ts';
import { newId, type OrganisationId } from '../kernel/identifiers.ts';
import { recordCaseEvent } from './case-events.ts';
import { type CaseToOpen, DAYS_TO_ANSWER } from './case-opening.ts';

const DAY = 86_400_000;

/** Who writes into a case; nobody where the owner does, or the system. */
export interface EntryAuthor {
  readonly organisationId: OrganisationId;
  readonly id: string;
}

export interface EntryToWrite {
  readonly kind: 'note' | 'answer' | 'call_back' | 'resolution' | 'owner' | 'accepted' | 'declined' | 'escalated';
  readonly text: string;
  readonly isShownToOwner: boolean;
}

export async function writeEntry(
  sql: Sql,
  at: Date,
  number: string,
  { kind, text, isShownToOwner }: EntryToWrite,
  author: EntryAuthor | null = null,
): Promise<void> {
  await sql.run(
    `INSERT INTO case_entry (id, case_number, kind, text, author_organisation_id, author_id, is_shown_to_owner, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [newId(), number, kind, text, author?.organisationId ?? null, author?.id ?? null, isShownToOwner, at],
  );
}

/** Somebody answered or rang up. The deadline is met; whether it was an answer, the owner says. */
export async function markAnswered(sql: Sql, at: Date, number: string): Promise<void> {
  const changed = await sql.run("UPDATE case_file SET status = 'answered' WHERE number = $1 AND status = 'open'", [
    number,
  ]);
  if (changed > 0) await recordCaseEvent(sql, at, 'case.answered', number);
}

export async function closeCase(sql: Sql, at: Date, number: string): Promise<void> {
  await sql.run("UPDATE case_file SET status = 'closed', closed_at = $2 WHERE number = $1", [number, at]);
  await recordCaseEvent(sql, at, 'case.closed', number);
}

/** The owner is content: that ends it. */
export async function acceptAnswer(sql: Sql, at: Date, number: string, text: string): Promise<void> {
  await writeEntry(sql, at, number, { kind: 'accepted', text, isShownToOwner: true });
  await recordCaseEvent(sql, at, 'case.accepted', number);
  await closeCase(sql, at, number);
}

/** The owner is not content: it must be answered anew, and in time. @returns the new day. */
export async function declineAnswer(
  sql: Sql,
  at: Date,
  { number, kind }: { readonly number: string; readonly kind: CaseToOpen['kind'] },
  text: string,
): Promise<Date> {
  const dueAt = new Date(at.getTime() + DAYS_TO_ANSWER[kind] * DAY);
  await writeEntry(sql, at, number, { kind: 'declined', text, isShownToOwner: true });
  await sql.run("UPDATE case_file SET status = 'open', due_at = $2, escalated_at = NULL WHERE number = $1", [
    number,
    dueAt,
  ]);
  await recordCaseEvent(sql, at, 'case.declined', number);
  return dueAt;
}
