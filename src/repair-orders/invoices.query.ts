import type { CalendarDate } from '../catalogue/calendar-date.ts';
import type { Sql } from '../database/database.ts';
import type { OrderFacts } from '../flags/evidence.ts';
import { policiesOf, type PolicyRows } from '../flags/policies.ts';
import type { Finding, Policies } from '../flags/rule.ts';
import type { OrganisationId, PartId } from '../kernel/identifiers.ts';
import type { Money } from '../kernel/money.ts';
import type { InvoiceDto } from './invoice.dto.ts';
import type { StoredOrder } from './stored-order.query.ts';

export interface StoredInvoice {
  readonly token: string;
  readonly version: number;
  readonly content_hash: string;
  readonly findings: readonly Finding[];
  readonly issued_at: Date;
}

/** The policy of the maker whose parts the order is about; an order across makers follows the rules as they stand. */
export async function policiesFor(sql: Sql, order: OrderFacts): Promise<Policies> {
  const row = await sql.first<{ policies: PolicyRows }>(
    `SELECT json_agg(json_build_object('rule', y.rule, 'is_on', y.is_on, 'level', y.level, 'thresholds', y.thresholds)) AS policies
       FROM rule_policy y
      WHERE y.maker_id = (SELECT min(p.maker_id::text)::uuid FROM part_line l JOIN part p ON p.id = l.part_id
                           WHERE l.order_id = $1 HAVING count(DISTINCT p.maker_id) = 1)`,
    [order.id],
  );
  return policiesOf(row?.policies ?? null);
}

/** Of the billed part numbers on that day, where exactly one catalogue has them. */
export async function listPricesOf(sql: Sql, draft: InvoiceDto, on: CalendarDate): Promise<Map<string, Money>> {
  const rows = await sql.rows<{ part_number: string; list_price: string }>(
    `SELECT p.part_number, min(price.list_price)::text AS list_price
       FROM part p CROSS JOIN list_price_on(p.id, $2) price WHERE p.part_number = ANY ($1::text[])
      GROUP BY p.part_number HAVING count(*) = 1`,
    [draft.lines.map((line) => line.partNumber), on],
  );
  return new Map(rows.map((row) => [row.part_number, row.list_price]));
}

/** Which maker's part each line is about, for whoever is to be told of a finding. */
export async function partsOfLines(
  sql: Sql,
  order: OrderFacts,
): Promise<Map<number, { partId: PartId; makerId: OrganisationId }>> {
  const rows = await sql.rows<{ line: number; partId: PartId; makerId: OrganisationId }>(
    `SELECT l.line, p.id AS "partId", p.maker_id AS "makerId" FROM part_line l JOIN part p ON p.id = l.part_id
      WHERE l.order_id = $1`,
    [order.id],
  );
  return new Map(rows.map((row) => [row.line, row]));
}

export async function latestInvoice(sql: Sql, order: StoredOrder): Promise<StoredInvoice | undefined> {
  return sql.first<StoredInvoice>(
    'SELECT token, version, content_hash, findings, issued_at FROM invoice WHERE order_id = $1 ORDER BY version DESC LIMIT 1',
    [order.id],
  );
}
