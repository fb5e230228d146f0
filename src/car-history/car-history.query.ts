import type { Sql } from '../database/database.ts';
import { metElsewhere } from '../flags/met-elsewhere.ts';
import type { Finding, Level } from '../flags/rule.ts';
import type { LineCategory } from '../flags/evidence.ts';
import type { RepairOrderId } from '../kernel/identifiers.ts';
import type { Words } from '../kernel/words.ts';

/** One labelled part that a car was given and that was not taken back as a mistake. */
export interface StoredCarPart {
  readonly fittingId: string;
  readonly name: Words;
  readonly partNumber: string;
  readonly category: LineCategory;
  readonly fittedAt: Date;
  readonly odometer: number | null;
  readonly removedAt: Date | null;
  readonly warranty: { readonly months: number | null; readonly km: number | null };
  /** The workshop of the order `here`; of any other nobody is told. */
  readonly workshop: Words | null;
  readonly recall: { readonly number: string; readonly title: Words; readonly since: string } | null;
}

/** What was fitted to the car of one order, in every workshop; the latest first. */
export const partsOfCar = (sql: Sql, here: RepairOrderId): Promise<StoredCarPart[]> =>
  sql.rows<StoredCarPart & Record<string, unknown>>(
    `SELECT f.id AS "fittingId", json_build_object('zh', p.name_zh, 'en', p.name_en) AS name, p.part_number AS "partNumber",
            l.category, f.fitted_at AS "fittedAt", f.odometer, f.removed_at AS "removedAt",
            json_build_object('months', p.warranty_months, 'km', p.warranty_km) AS warranty,
            CASE WHEN w.id IS NOT NULL THEN json_build_object('zh', w.name_zh, 'en', w.name_en) END AS workshop, r.recall
       FROM fitting f
       JOIN unit u ON u.id = f.unit_id
       JOIN part p ON p.id = u.part_id
       JOIN part_line l ON l.order_id = f.order_id AND l.line = f.line
       LEFT JOIN repair_order o ON o.id = f.order_id AND o.id = $1
       LEFT JOIN organisation w ON w.id = o.workshop_id
       LEFT JOIN LATERAL (
         SELECT json_build_object('number', c.number, 'title', json_build_object('zh', c.title_zh, 'en', c.title_en),
                                  'since', c.opened_at) AS recall
           FROM recall c
          WHERE f.removed_at IS NULL AND c.part_id = u.part_id AND c.closed_at IS NULL AND (c.lot IS NULL OR c.lot = u.lot)
          ORDER BY c.opened_at DESC LIMIT 1) r ON true
      WHERE f.vehicle_vin = (SELECT vin FROM repair_order WHERE id = $1) AND f.undone_at IS NULL
      ORDER BY f.fitted_at DESC, f.id DESC`,
    [here],
  );

/** What speaks of the part that is in the car, and not of prices, papers or people: these, and all that speak of a unit. */
const OF_THE_PART = ['R02', 'R04', 'R05', 'R08'];
/** Told as a recall. */
const RECALL = 'Q01';

export interface CarFlag {
  readonly fittingId: string;
  readonly finding: Finding;
}

/**
 * Flags that stand against these fittings. What came up elsewhere concerns a part as long as it is in the car, and is
 * worded as on the owner’s own page.
 */
export async function flagsOfFittings(sql: Sql, fittingIds: readonly string[]): Promise<CarFlag[]> {
  const rows = await sql.rows<CarFlag & { level: Level; is_from_elsewhere: boolean; is_confirmed: boolean }>(
    `SELECT t.id AS "fittingId", f.finding, f.level, f.order_id IS DISTINCT FROM t.order_id AS is_from_elsewhere,
            f.status = 'confirmed' AS is_confirmed
       FROM fitting t
       JOIN flag f ON f.unit_id = t.unit_id AND (f.order_id = t.order_id OR t.removed_at IS NULL)
                   OR f.unit_id IS NULL AND f.order_id = t.order_id AND f.line = t.line
      WHERE t.id = ANY ($1) AND f.status IN ('open', 'confirmed') AND f.level >= 3 AND f.rule <> '${RECALL}'
        AND (f.finding ->> 'subject' = 'unit' OR f.rule = ANY ($2))
      ORDER BY f.first_at, f.id`,
    [fittingIds, OF_THE_PART],
  );
  return rows.map(({ fittingId, finding, level, is_from_elsewhere, is_confirmed }) => ({
    fittingId,
    finding: is_from_elsewhere ? metElsewhere({ ...finding, level }, is_confirmed) : { ...finding, level },
  }));
}
