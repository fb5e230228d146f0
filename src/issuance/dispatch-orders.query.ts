import type { Sql } from '../database/database.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import type { Words } from '../kernel/words.ts';

/** One dispatch order as it was imported, and how far its labels are. */
export interface DispatchOrder {
  readonly number: string;
  readonly importedAt: Date;
  readonly lines: number;
  /** Labels ordered, and labels that exist or will: cancelled batches count what they had minted. */
  readonly ordered: number;
  readonly issued: number;
  readonly consignees: readonly string[];
}

/** Last imported first. @param number only this one */
export function dispatchOrders(
  sql: Sql,
  makerId: OrganisationId,
  { number, limit }: { readonly number?: string | undefined; readonly limit: number },
): Promise<DispatchOrder[]> {
  return sql.rows<DispatchOrder>(
    `SELECT o.*, (SELECT coalesce(sum(b.issued), 0)::int FROM batch b
                   WHERE b.maker_id = $1 AND b.order_number = o.number AND b.status <> 'cancelled') AS issued
       FROM (SELECT l.order_number AS number, max(l.imported_at) AS "importedAt", count(*)::int AS lines,
                    sum(l.quantity)::int AS ordered, array_remove(array_agg(DISTINCT c.code), NULL) AS consignees
               FROM dispatch_order_line l LEFT JOIN organisation c ON c.id = l.consignee_id
              WHERE l.maker_id = $1 AND ($2::text IS NULL OR l.order_number = $2)
              GROUP BY l.order_number ORDER BY max(l.imported_at) DESC, l.order_number LIMIT $3) o
      ORDER BY o."importedAt" DESC, o.number`,
    [makerId, number ?? null, limit],
  );
}

/** One line of an order, and where the units that were labelled for it are. */
export interface OrderProgress {
  readonly partNumber: string;
  readonly name: Words;
  readonly gtin: string;
  readonly lot: string | null;
  readonly consignee: string | null;
  readonly ordered: number;
  /** Printed and on no part yet. */
  readonly unused: number;
  /** On the shelf of the warehouse that labelled them. */
  readonly inStock: number;
  /** Shipped, wherever they came to. */
  readonly sent: number;
}

/** In the order of part numbers. @param consignee code: only lines for them */
export function orderProgress(
  sql: Sql,
  makerId: OrganisationId,
  number: string,
  consignee?: string,
): Promise<OrderProgress[]> {
  return sql.rows<OrderProgress>(
    `SELECT p.part_number AS "partNumber", json_build_object('zh', p.name_zh, 'en', p.name_en) AS name, p.gtin, l.lot,
            c.code AS consignee, l.quantity AS ordered, n.unused, n."inStock", n.sent
       FROM dispatch_order_line l
       JOIN part p ON p.id = l.part_id
       LEFT JOIN organisation c ON c.id = l.consignee_id
      CROSS JOIN LATERAL (
            SELECT count(*) FILTER (WHERE u.state = 'issued')::int AS unused,
                   count(*) FILTER (WHERE u.state = 'in_stock' AND u.custodian_id = b.warehouse_id)::int AS "inStock",
                   count(*) FILTER (WHERE u.state NOT IN ('issued', 'voided', 'missing', 'destroyed')
                                      AND NOT (u.state = 'in_stock' AND u.custodian_id = b.warehouse_id))::int AS sent
              FROM batch b JOIN unit u ON u.batch_id = b.id
             WHERE b.maker_id = l.maker_id AND b.order_number = l.order_number AND b.part_id = l.part_id
               AND b.lot IS NOT DISTINCT FROM l.lot AND b.consignee_id IS NOT DISTINCT FROM l.consignee_id) n
      WHERE l.maker_id = $1 AND l.order_number = $2 AND ($3::text IS NULL OR c.code = $3)
      ORDER BY p.part_number, l.lot, c.code`,
    [makerId, number, consignee ?? null],
  );
}
