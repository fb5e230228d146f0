import type { Sql } from '../database/database.ts';
import type { EarlierFitting, OrderFacts, VehicleHistory, WarrantyRepair } from '../flags/evidence.ts';
import type { PartId } from '../kernel/identifiers.ts';
import { STANDS } from './line-ledger.query.ts';
import { guaranteeOf } from './repair-guarantee.ts';

/** Orders and fittings of one car that are looked at, the latest first: no car has honest need of more. */
const MOST = 50;

interface FittingRow {
  line: number;
  position: string | null;
  fitted_at: Date;
  odometer: number | null;
  warranty_months: number | null;
  warranty_km: number | null;
  repair_category: string | null;
  invoiced_at: Date | null;
  odometer_out: number | null;
}

/**
 * What other orders know of this order's car, whoever's they are: the evidence is about the car, and no workshop's name is in
 * it. `parts` are the lines to look for; only what names its position, or has but one, can be the same place.
 */
export async function vehicleHistory(
  sql: Sql,
  order: OrderFacts,
  parts: readonly { readonly line: number; readonly partId: PartId }[],
  wish: { readonly withWarranty: boolean },
): Promise<VehicleHistory> {
  const highest = await sql.first<{ odometer: number | null }>(
    `SELECT max(greatest(e.odometer_in, e.odometer_out)) AS odometer
       FROM (SELECT odometer_in, odometer_out FROM repair_order
              WHERE vin = $1 AND id <> $2 AND opened_at < $3 ORDER BY opened_at DESC LIMIT ${MOST}) e`,
    [order.vin, order.id, order.openedAt],
  );
  return {
    odometer: highest?.odometer ?? null,
    fittings: parts.length === 0 ? [] : await earlierFittings(sql, order, parts),
    warrantyRepairs: wish.withWarranty ? await warrantyRepairs(sql, order) : [],
  };
}

async function earlierFittings(
  sql: Sql,
  order: OrderFacts,
  parts: readonly { readonly line: number; readonly partId: PartId }[],
): Promise<EarlierFitting[]> {
  const rows = await sql.rows<FittingRow>(
    `SELECT w.line, f.position, f.fitted_at, coalesce(f.odometer, o.odometer_in) AS odometer, p.warranty_months, p.warranty_km,
            o.repair_category, o.odometer_out, (SELECT min(i.issued_at) FROM invoice i WHERE i.order_id = o.id) AS invoiced_at
       FROM unnest($3::int[], $4::uuid[]) AS w(line, part_id)
      CROSS JOIN LATERAL (
        SELECT w.part_id AS id
        UNION SELECT old_part_id FROM supersession WHERE new_part_id = w.part_id
        UNION SELECT new_part_id FROM supersession WHERE old_part_id = w.part_id) family
       JOIN fitting f ON f.vehicle_vin = $1 AND f.part_id = family.id
       JOIN part p ON p.id = f.part_id
       JOIN repair_order o ON o.id = f.order_id
      WHERE f.order_id <> $2 AND ${STANDS} AND o.opened_at < $5
        AND (f.position IS NOT NULL OR p.quantity_per_vehicle = 1)
      ORDER BY f.fitted_at DESC LIMIT ${MOST}`,
    [order.vin, order.id, parts.map(({ line }) => line), parts.map(({ partId }) => partId), order.openedAt],
  );
  return rows.map((row) => ({
    line: row.line,
    position: row.position,
    fittedAt: row.fitted_at,
    odometer: row.odometer,
    warranty: { months: row.warranty_months, km: row.warranty_km },
    guarantee: guaranteeOf(row.repair_category, row.invoiced_at, row.odometer_out),
  }));
}

const WARRANTY_REPAIR = `
SELECT o.opened_at AS "openedAt", (SELECT min(i.issued_at) FROM invoice i WHERE i.order_id = o.id) AS "endedAt",
       coalesce((SELECT array_agg(DISTINCT p.part_number) FROM part_line l JOIN part p ON p.id = l.part_id
                  WHERE l.order_id = o.id AND l.removed_at IS NULL AND l.pay_type = 'warranty' AND p.class = 'main'
                    AND EXISTS (SELECT FROM fitting f WHERE f.order_id = l.order_id AND f.line = l.line
                                   AND ${STANDS})), '{}') AS "mainParts",
       coalesce((SELECT array_agg(DISTINCT code) FROM part_line l, unnest(l.fault_codes) AS code
                  WHERE l.order_id = o.id AND l.removed_at IS NULL AND l.pay_type = 'warranty'), '{}') AS "faultCodes"
  FROM repair_order o`;
const IS_WARRANTY = `EXISTS (SELECT FROM part_line l WHERE l.order_id = o.id AND l.removed_at IS NULL AND l.pay_type = 'warranty')`;

const warrantyRepairs = (sql: Sql, order: OrderFacts): Promise<WarrantyRepair[]> =>
  sql.rows<WarrantyRepair & Record<string, unknown>>(
    `${WARRANTY_REPAIR} WHERE o.vin = $1 AND o.id <> $2 AND o.opened_at < $3 AND o.status <> 'cancelled' AND ${IS_WARRANTY}
      ORDER BY o.opened_at DESC LIMIT ${MOST}`,
    [order.vin, order.id, order.openedAt],
  );

/** What the order itself is of the car's warranty repairs; null where the maker pays for none of it. */
export async function warrantyRepairOf(sql: Sql, order: OrderFacts): Promise<WarrantyRepair | null> {
  const row = await sql.first<WarrantyRepair & Record<string, unknown>>(
    `${WARRANTY_REPAIR} WHERE o.id = $1 AND ${IS_WARRANTY}`,
    [order.id],
  );
  return row ?? null;
}
