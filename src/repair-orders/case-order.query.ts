import type { Sql } from '../database/database.ts';
import type { LineCategory, PayType } from '../flags/evidence.ts';
import type { OrganisationId, RepairOrderId } from '../kernel/identifiers.ts';
import type { Money } from '../kernel/money.ts';
import { lineLedgers, type LineLedger } from './line-ledger.query.ts';
import type { OrderStatus } from './order-status.ts';

/**
 * The order that a case is about, or on which the unit that it is about was fitted, as the workshop recorded it: the lines of one
 * maker's parts. No car and no person is in it.
 */
export interface OrderOfCase {
  readonly id: RepairOrderId;
  readonly number: string;
  readonly status: OrderStatus;
  readonly lines: readonly LineOfCase[];
}

export interface LineOfCase {
  readonly line: number;
  readonly partNumber: string;
  readonly category: LineCategory;
  readonly quantity: number;
  readonly unitPrice: Money | null;
  readonly payType: PayType;
  readonly approval: {
    readonly partNumber: string;
    readonly quantity: number;
    readonly channel: string;
    readonly approvedAt: string;
  } | null;
  readonly recorded: Omit<LineLedger, 'line'>;
}

interface Row extends Omit<OrderOfCase, 'lines'> {
  readonly lines: readonly Omit<LineOfCase, 'recorded'>[] | null;
}

/** @returns undefined where the case is about no order, or is not this maker's. */
export async function orderOfCase(
  sql: Sql,
  makerId: OrganisationId,
  caseNumber: string,
): Promise<OrderOfCase | undefined> {
  const row = await sql.first<Row & Record<string, unknown>>(
    `SELECT o.id, o.number, o.status,
            (SELECT json_agg(json_build_object(
                 'line', l.line, 'partNumber', l.part_number, 'category', l.category, 'quantity', l.quantity,
                 'unitPrice', l.unit_price::text, 'payType', l.pay_type,
                 'approval', (SELECT json_build_object('partNumber', a.part_number, 'quantity', a.quantity, 'channel', a.channel,
                                                       'approvedAt', a.approved_at)
                                FROM approval a WHERE a.order_id = o.id AND a.line = l.line AND a.superseded_at IS NULL))
               ORDER BY l.line)
               FROM part_line l JOIN part p ON p.id = l.part_id AND p.maker_id = $1
              WHERE l.order_id = o.id AND l.removed_at IS NULL) AS lines
       FROM case_file c
       JOIN repair_order o ON o.id = coalesce(c.order_id, (
              SELECT f.order_id FROM fitting f WHERE f.unit_id = c.unit_id AND f.undone_at IS NULL
               ORDER BY f.fitted_at DESC LIMIT 1))
      WHERE c.number = $2 AND c.maker_id = $1`,
    [makerId, caseNumber],
  );
  if (!row) return undefined;
  const ledgers = new Map((await lineLedgers(sql, row.id)).map(({ line, ...recorded }) => [line, recorded]));
  const lines = (row.lines ?? []).flatMap((line) => {
    const recorded = ledgers.get(line.line);
    return recorded ? [{ ...line, recorded }] : [];
  });
  return { id: row.id, number: row.number, status: row.status, lines };
}
