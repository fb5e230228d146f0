import type { Sql } from '../database/database.ts';
import type { RepairOrderId } from '../kernel/identifiers.ts';
import { metElsewhere } from './met-elsewhere.ts';
import type { Finding, Level } from './rule.ts';

export interface OpenFinding {
  readonly finding: Finding;
  /** What a supervisor said when letting it pass; null while nobody did. */
  readonly overrideReason: string | null;
  /** When it was first seen. */
  readonly firstAt: Date;
}

/**
 * What stands open against an order: flags on it, and on the very units that are fitted on it. A forged code that was read
 * and put aside says nothing about either; a part that the order itself took out again is no longer what it fitted.
 */
export async function openFindings(sql: Sql, orderId: RepairOrderId): Promise<OpenFinding[]> {
  const rows = await sql.rows<{
    finding: Finding;
    level: Level;
    line: number | null;
    override_reason: string | null;
    first_at: Date;
    is_from_elsewhere: boolean;
    is_confirmed: boolean;
  }>(
    `SELECT f.finding, f.level, coalesce(t.line, f.line) AS line, f.override_reason, f.first_at,
            f.order_id IS DISTINCT FROM $1 AS is_from_elsewhere, f.status = 'confirmed' AS is_confirmed
       FROM flag f
       LEFT JOIN fitting t ON t.unit_id = f.unit_id AND t.order_id = $1 AND t.undone_at IS NULL
                                AND t.removed_by_order IS DISTINCT FROM $1
      WHERE f.status IN ('open', 'confirmed') AND f.finding ->> 'subject' <> 'code'
        AND (f.order_id = $1 AND (f.unit_id IS NULL OR t.id IS NOT NULL) OR t.id IS NOT NULL)
      ORDER BY f.id`,
    [orderId],
  );
  return rows.map((row) => {
    const finding = { ...row.finding, level: row.level, ...(row.line === null ? {} : { line: row.line }) };
    return {
      // Nobody's deed here: it is weighed and worded as what it is for this order.
      finding: row.is_from_elsewhere ? metElsewhere(finding, row.is_confirmed) : finding,
      overrideReason: row.override_reason,
      firstAt: row.first_at,
    };
  });
}
