import type { Sql } from '../database/database.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import type { UnitKey } from '../units/unit-lookup.ts';
import { unitWay, type WayEvent, type WayStep } from './unit-way.ts';

/** The order that a part was fitted on: what became of it later is not this owner’s matter. */
export interface FittedOn {
  readonly workshopId: OrganisationId;
  readonly repairOrder: string;
}

/** By serial. With an order: up to the fitting on it, and nothing for units that were not fitted there. */
export async function unitWays(
  sql: Sql,
  units: readonly UnitKey[],
  on: FittedOn | null,
): Promise<ReadonlyMap<string, readonly WayStep[]>> {
  if (units.length === 0) return new Map();
  const rows = await sql.rows<{ serial: string; events: WayEvent[] }>(
    `SELECT u.serial, json_agg(json_build_object('type', e.type, 'at', e.at, 'isHere', coalesce(e.organisation_id = $3, false))
                               ORDER BY e.seq) AS events
       FROM unnest($1::bpchar[], $2::bpchar[]) AS k(gtin, serial)
       JOIN unit u ON u.gtin = k.gtin AND u.serial = k.serial
       JOIN unit_event e ON e.unit_id = u.id
      WHERE $3::uuid IS NULL OR e.seq <= (SELECT max(f.seq) FROM unit_event f
                       WHERE f.unit_id = u.id AND f.type = 'fitted' AND f.organisation_id = $3 AND f.reference = $4)
      GROUP BY u.serial`,
    [units.map(({ gtin }) => gtin), units.map(({ serial }) => serial), on?.workshopId ?? null, on?.repairOrder ?? null],
  );
  return new Map(rows.map(({ serial, events }) => [serial, unitWay(events)]));
}
