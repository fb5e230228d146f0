import type { Sql } from '../database/database.ts';
import { type FlagSource, scanIdOf } from '../flags/flag-restated.query.ts';
import { DAYS_TO_ARRIVE, MOST_IN_STEP } from './pass.ts';
import { threshold } from './policy-threshold.ts';

/** A serial that somebody typed and nobody registered, while it is one person's matter. */
export interface UnknownSerial extends FlagSource {
  readonly scanId: string;
  readonly serial: string;
  readonly minutes: number;
}

/** Those that were open at `doneUntil` or came since, and may still be explained by what comes late. */
export const unknownSerials = (sql: Sql, doneUntil: Date, rightWithinMinutes: number): Promise<UnknownSerial[]> =>
  sql.rows<UnknownSerial & Record<string, unknown>>(
    `SELECT x.rule, x.subject, x.source, x.flag_id AS "flagId", f.case_number AS "caseNumber", s.id AS "scanId", s.serial,
            ${threshold('C04', 'rightWithinMinutes', '$2', 'f.maker_id')} AS minutes
       FROM flag f
       JOIN flag_source x ON x.flag_id = f.id
       JOIN scan s ON s.id = ${scanIdOf('x.source')} AND s.actor_id IS NOT NULL
      WHERE f.rule = 'C04' AND f.status = 'open' AND f.case_number IS NULL
        AND x.at > $1::timestamptz - interval '${DAYS_TO_ARRIVE} days'
      ORDER BY x.at DESC LIMIT ${MOST_IN_STEP}`,
    [doneUntil, rightWithinMinutes],
  );

/**
 * Whether the same person read the right label soon after: for the same line of the same order, or, wherever it was, one of the
 * serials that may have been `meant`.
 */
export async function wasReadRight(
  sql: Sql,
  { scanId, minutes }: UnknownSerial,
  meant: readonly string[],
): Promise<boolean> {
  const right = await sql.first(
    `SELECT r.id FROM scan s
       JOIN scan r ON r.actor_id = s.actor_id AND r.unit_id IS NOT NULL
        AND r.scanned_at > s.scanned_at AND r.scanned_at <= s.scanned_at + make_interval(secs => 60 * $2::float8)
        AND r.order_id = s.order_id AND r.line IS NOT DISTINCT FROM s.line AND r.outcome = 'consistent'
      WHERE s.id = $1
     UNION ALL
     SELECT r.id FROM scan s
       JOIN unit u ON u.serial = ANY ($3::text[])
       JOIN scan r ON r.unit_id = u.id AND r.actor_id = s.actor_id
        AND r.scanned_at > s.scanned_at AND r.scanned_at <= s.scanned_at + make_interval(secs => 60 * $2::float8)
      WHERE s.id = $1
     LIMIT 1`,
    [scanId, minutes, meant],
  );
  return right !== undefined;
}

/** Fitted while its shipment was on the road to this very workshop, and the whole of that was then received here. */
export const receiptsMadeUp = (sql: Sql, receiptWithinHours: number): Promise<FlagSource[]> =>
  sql.rows<FlagSource & Record<string, unknown>>(
    `SELECT x.rule, x.subject, x.source, x.flag_id AS "flagId", f.case_number AS "caseNumber"
       FROM flag f
       JOIN flag_source x ON x.flag_id = f.id
      WHERE f.rule = 'K03' AND f.status = 'open' AND f.case_number IS NULL
        AND EXISTS (SELECT FROM shipment_unit su JOIN shipment s ON s.id = su.shipment_id
                     WHERE su.unit_id = f.unit_id AND s.to_id = f.workshop_id AND s.status = 'received'
                       AND s.created_at <= x.at
                       AND s.received_at <= x.at + make_interval(secs => 3600 * ${threshold('K03', 'receiptWithinHours', '$1', 'f.maker_id')}))
      ORDER BY x.at LIMIT ${MOST_IN_STEP}`,
    [receiptWithinHours],
  );
