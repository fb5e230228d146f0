import type { Sql } from '../database/database.ts';
import type { OrderFacts } from '../flags/evidence.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';

/**
 * SQL for one repair order `o` as rules see it (`OrderFacts`): its lines that are still on it, each with what the owner
 * approved. `status` is an SQL expression, for a look that must see the order as it stood earlier.
 */
export const orderFactsJson = (status = 'o.status'): string => `json_build_object(
         'id', o.id, 'number', o.number, 'workshopId', o.workshop_id, 'vin', o.vin, 'model', o.model,
         'openedAt', o.opened_at, 'parent', o.parent_number, 'odometerIn', o.odometer_in,
         'status', ${status},
         'lines', (SELECT coalesce(json_agg(json_build_object(
             'line', l.line, 'partNumber', l.part_number, 'partId', l.part_id, 'makerId', lp.maker_id, 'partClass', lp.class, 'tracking', lp.tracking,
             'category', l.category, 'position', l.position, 'quantity', l.quantity, 'unitPrice', l.unit_price::text,
             'payType', l.pay_type, 'quantityPerVehicle', lp.quantity_per_vehicle,
             'models', coalesce(lp.models, '{}'), 'diagnosis', json_build_object('hasComplaint', l.concern IS NOT NULL,
               'hasCause', l.cause IS NOT NULL OR l.correction IS NOT NULL OR l.fault_codes <> '{}'),
             'approval', (SELECT json_build_object('partNumber', a.part_number, 'category', a.category,
                                                   'quantity', a.quantity, 'priceCap', a.price_cap::text)
                            FROM approval a WHERE a.order_id = l.order_id AND a.line = l.line AND a.superseded_at IS NULL))
             ORDER BY l.line), '[]')
           FROM part_line l LEFT JOIN part lp ON lp.id = l.part_id
          WHERE l.order_id = o.id AND l.removed_at IS NULL))`;

/** As PostgreSQL writes it: JSON has no times. */
export type OrderJson = Omit<OrderFacts, 'openedAt'> & { readonly openedAt: string };
export const orderOf = (json: OrderJson): OrderFacts => ({ ...json, openedAt: new Date(json.openedAt) });

export async function orderFacts(
  sql: Sql,
  workshopId: OrganisationId,
  number: string,
): Promise<OrderFacts | undefined> {
  const row = await sql.first<{ facts: OrderJson }>(
    `SELECT ${orderFactsJson()} AS facts FROM repair_order o WHERE o.workshop_id = $1 AND o.number = $2`,
    [workshopId, number],
  );
  return row && orderOf(row.facts);
}
