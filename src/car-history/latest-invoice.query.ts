import type { Sql } from '../database/database.ts';
import type { RepairOrderId } from '../kernel/identifiers.ts';

/**
 * The order whose invoice is the latest of the same car, of whichever workshop. By the day of its first version: an old
 * invoice that is corrected does not become the latest by it.
 */
export async function latestInvoicedOrder(sql: Sql, orderId: RepairOrderId): Promise<RepairOrderId> {
  const row = await sql.first<{ id: RepairOrderId }>(
    `SELECT o.id FROM repair_order o JOIN invoice i ON i.order_id = o.id AND i.version = 1
      WHERE o.vin = (SELECT vin FROM repair_order WHERE id = $1)
      ORDER BY i.issued_at DESC, i.id DESC LIMIT 1`,
    [orderId],
  );
  return row!.id;
}
