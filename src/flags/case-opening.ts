import type { Sql } from '../database/database.ts';
import type { OrganisationId, RepairOrderId, UnitId } from '../kernel/identifiers.ts';
import type { Words } from '../kernel/words.ts';
import { recordCaseEvent } from './case-events.ts';
import type { FlagContext, FlagToRecord } from './flag-record.ts';

/** Days until somebody must have answered, by kind of case. */
export const DAYS_TO_ANSWER = { investigation: 5, dispute: 3, complaint: 5 } as const;
const DAY = 86_400_000;

export interface CaseToOpen {
  readonly kind: keyof typeof DAYS_TO_ANSWER;
  readonly title: Words;
  readonly makerId: OrganisationId | null;
  readonly workshopId: OrganisationId | null;
  readonly unitId: UnitId | null;
  readonly orderId: RepairOrderId | null;
  /** Frozen as it is now, whatever happens to the records afterwards. */
  readonly evidence: Readonly<Record<string, unknown>>;
}

/** Opens a case and gives its number, `C-2026-000042`, and its due time. */
export async function fileCase(sql: Sql, at: Date, file: CaseToOpen): Promise<{ number: string; dueAt: Date }> {
  const dueAt = new Date(at.getTime() + DAYS_TO_ANSWER[file.kind] * DAY);
  const [row] = await sql.rows<{ number: string }>(
    `INSERT INTO case_file (number, kind, status, maker_id, workshop_id, unit_id, order_id, title_zh, title_en, evidence,
                            opened_at, due_at)
     VALUES ('C-' || to_char($10::timestamptz, 'YYYY') || '-' || lpad(nextval('case_serial')::text, 6, '0'),
             $1, 'open', $2, $3, $4, $5, $6, $7, $8, $10, $9)
     RETURNING number`,
    [
      file.kind,
      file.makerId,
      file.workshopId,
      file.unitId,
      file.orderId,
      file.title.zh,
      file.title.en,
      JSON.stringify(file.evidence),
      dueAt,
      at,
    ],
  );
  await recordCaseEvent(sql, at, 'case.opened', row!.number);
  return { number: row!.number, dueAt };
}

/** The case of an L5 finding; findings about a unit join the investigation that is already open on it. */
export async function openCase(sql: Sql, at: Date, flag: FlagToRecord, context: FlagContext): Promise<string> {
  if (context.unit !== null && flag.finding.subject === 'unit') {
    const open = await sql.first<{ number: string }>(
      `SELECT number FROM case_file WHERE unit_id = $1 AND kind = 'investigation' AND status <> 'closed'
        ORDER BY opened_at LIMIT 1`,
      [context.unit.id],
    );
    if (open) return open.number;
  }
  const opened = await fileCase(sql, at, {
    kind: 'investigation',
    title: flag.finding.message,
    makerId: context.makerId,
    workshopId: context.workshopId,
    unitId: flag.finding.subject === 'code' ? null : (context.unit?.id ?? null),
    orderId: context.orderId,
    evidence: {
      rule: flag.finding.rule,
      name: flag.finding.name,
      level: flag.level,
      facts: flag.finding.evidence,
      gtin: context.unit?.gtin ?? context.code?.gtin ?? null,
      serial: context.unit?.serial ?? context.code?.serial ?? null,
      scanId: context.scanId,
    },
  });
  return opened.number;
}
