import type { CalendarDate } from '../catalogue/calendar-date.ts';
import type { Sql } from '../database/database.ts';
import type { OrderFacts } from '../flags/evidence.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import type { Money } from '../kernel/money.ts';
import { orderFacts } from '../verification/order-facts.query.ts';
import { lineLedgers, STANDS, type LineLedger } from './line-ledger.query.ts';
import type { OrderStatus } from './order-status.ts';
import { OrderNotFound } from './repair-orders.refusals.ts';

interface OrderHead {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly status: OrderStatus;
  readonly parent: string | null;
  readonly vehicle: { vin: string; plate: string | null; model: string | null; buildDate: string | null };
  readonly owner: { name: string | null; phone: string | null };
  readonly repairCategory: string | null;
  readonly odometerIn: number | null;
  readonly odometerOut: number | null;
  readonly openedAt: Date;
}

export interface OrderView extends Omit<OrderHead, 'id'> {
  readonly lines: readonly (OrderFacts['lines'][number] & Omit<LineLedger, 'line'> & OrderLineTexts)[];
  readonly invoice: { number: string; version: number; token: string; issuedAt: Date; seenAt: Date | null } | null;
}

interface OrderLineTexts {
  readonly name: { zh: string; en: string } | null;
  readonly listPrice: Money | null;
  readonly concern: string | null;
  readonly cause: string | null;
  readonly correction: string | null;
  readonly faultCodes: readonly string[];
  /** Every GTIN that the part ever had, for whoever reads a label without a network. */
  readonly gtins: readonly string[];
}

const HEAD = `o.id, o.number, o.version, o.status, o.parent_number AS parent,
  json_build_object('vin', o.vin, 'plate', o.plate, 'model', o.model, 'buildDate', o.build_date) AS vehicle,
  json_build_object('name', o.owner_name, 'phone', o.owner_phone) AS owner,
  o.repair_category AS "repairCategory", o.odometer_in AS "odometerIn", o.odometer_out AS "odometerOut",
  o.opened_at AS "openedAt"`;

/**
 * One order of this workshop, whole: what was asked, approved, issued, fitted and billed, line by line.
 * @param on the day whose list prices stand beside it
 */
export async function orderView(
  sql: Sql,
  workshopId: OrganisationId,
  number: string,
  on: CalendarDate,
): Promise<OrderView> {
  const head = await sql.first<OrderHead>(
    `SELECT ${HEAD} FROM repair_order o WHERE o.workshop_id = $1 AND o.number = $2`,
    [workshopId, number],
  );
  const facts = head && (await orderFacts(sql, workshopId, number));
  if (!head || !facts) throw new OrderNotFound();
  const ledgers = new Map((await lineLedgers(sql, facts.id)).map((ledger) => [ledger.line, ledger]));
  const texts = await lineTexts(sql, head.id, on);
  const invoice = await sql.first<NonNullable<OrderView['invoice']>>(
    `SELECT number, version, token, issued_at AS "issuedAt", seen_at AS "seenAt" FROM invoice
      WHERE order_id = $1 ORDER BY version DESC LIMIT 1`,
    [head.id],
  );
  const { id: _, ...shown } = head;
  const lines = facts.lines.map((line) => ({ ...line, ...ledgers.get(line.line)!, ...texts.get(line.line)! }));
  return { ...shown, lines, invoice: invoice ?? null };
}

async function lineTexts(sql: Sql, orderId: string, on: CalendarDate): Promise<Map<number, OrderLineTexts>> {
  const rows = await sql.rows<{ line: number; name_zh: string | null; name_en: string | null } & OrderLineTexts>(
    `SELECT l.line, l.concern, l.cause, l.correction, l.fault_codes AS "faultCodes", p.name_zh, p.name_en,
            price.list_price::text AS "listPrice",
            ARRAY(SELECT g.gtin::text FROM part_gtin g WHERE g.part_id = l.part_id) AS gtins
       FROM part_line l LEFT JOIN part p ON p.id = l.part_id LEFT JOIN list_price_on(p.id, $2) price ON true
      WHERE l.order_id = $1`,
    [orderId, on],
  );
  return new Map(
    rows.map(({ line, name_zh, name_en, ...texts }) => [
      line,
      { ...texts, name: name_zh === null ? null : { zh: name_zh, en: name_en! } },
    ]),
  );
}

export interface OrderListItem extends Omit<OrderHead, 'id' | 'owner'> {
  readonly id: string;
  readonly lineCount: number;
  readonly fittedLineCount: number;
}

/** The workshop's orders, newest first. `after` is the id of the last one seen. */
export async function listOrders(
  sql: Sql,
  workshopId: OrganisationId,
  filter: { statuses: readonly OrderStatus[] | null; vin: string | null; after: string | null; limit: number },
): Promise<OrderListItem[]> {
  return sql.rows<OrderListItem>(
    `SELECT ${HEAD.replace("json_build_object('name', o.owner_name, 'phone', o.owner_phone) AS owner,", '')},
            (SELECT count(*)::int FROM part_line l WHERE l.order_id = o.id AND l.removed_at IS NULL) AS "lineCount",
            (SELECT count(DISTINCT f.line)::int FROM fitting f WHERE f.order_id = o.id AND ${STANDS}) AS "fittedLineCount"
       FROM repair_order o
      WHERE o.workshop_id = $1 AND ($2::text[] IS NULL OR o.status = ANY ($2)) AND ($3::text IS NULL OR o.vin = $3)
        AND ($4::uuid IS NULL OR o.id < $4)
      ORDER BY o.id DESC LIMIT $5`,
    [workshopId, filter.statuses, filter.vin, filter.after, filter.limit],
  );
}
