import type { Sql } from '../database/database.ts';
import type { UnitId } from '../kernel/identifiers.ts';

/**
 * Ends every place that a unit still has besides a custodian: on the road, in a carton, on a repair order. For a unit
 * that is lost or destroyed; the folders above, which own these rows, open and close them in every other case.
 */
export async function leavePlaces(sql: Sql, unitId: UnitId, at: Date): Promise<void> {
  await sql.run(
    `WITH off_the_road AS (
       UPDATE shipment_unit SET closed_at = $2 WHERE unit_id = $1 AND closed_at IS NULL
     ), out_of_the_carton AS (
       UPDATE carton_unit SET unpacked_at = $2 WHERE unit_id = $1 AND unpacked_at IS NULL
     )
     UPDATE allocation SET closed_at = $2, closed_as = 'returned' WHERE unit_id = $1 AND closed_at IS NULL`,
    [unitId, at],
  );
}
