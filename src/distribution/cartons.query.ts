import type { Sql } from '../database/database.ts';
import type { OrganisationId, UnitId } from '../kernel/identifiers.ts';
import type { Words } from '../kernel/words.ts';
import type { UnitState } from '../units/unit-lifecycle.ts';

/** A carton with the units that are in it now. */
export interface CartonRow {
  readonly sscc: string;
  readonly organisationId: OrganisationId;
  readonly organisation: { readonly code: string; readonly name: Words };
  readonly sealedAt: Date | null;
  readonly createdAt: Date;
  /** On the road, or opened by a consignee: its number is spent. */
  readonly isGone: boolean;
  readonly units: readonly PackedUnit[];
}

export interface PackedUnit {
  readonly id: UnitId;
  readonly gtin: string;
  readonly serial: string;
  readonly partNumber: string;
  readonly lot: string | null;
  readonly state: UnitState;
}

/** The cartons of these numbers that the organisation itself packed, locked in one order until the transaction ends. */
export async function lockCartons(sql: Sql, ownerId: OrganisationId, ssccs: readonly string[]): Promise<CartonRow[]> {
  if (ssccs.length === 0) return [];
  await sql.run('SELECT FROM carton WHERE sscc = ANY ($1) AND organisation_id = $2 ORDER BY sscc FOR UPDATE', [
    ssccs,
    ownerId,
  ]);
  return ownCartons(sql, ownerId, ssccs);
}

/** The same, as they stand now. */
export function ownCartons(sql: Sql, ownerId: OrganisationId, ssccs: readonly string[]): Promise<CartonRow[]> {
  return sql.rows<CartonRow>(`${CARTON} WHERE c.sscc = ANY ($1) AND c.organisation_id = $2 ORDER BY c.sscc`, [
    ssccs,
    ownerId,
  ]);
}

/** A carton that still stands where it was packed. */
export interface StandingCarton {
  readonly sscc: string;
  readonly createdAt: Date;
  readonly sealedAt: Date | null;
  readonly units: number;
}

/** Those that an organisation packed and has not shipped, latest first. */
export function standingCartons(sql: Sql, ownerId: OrganisationId, limit: number): Promise<StandingCarton[]> {
  return sql.rows<StandingCarton>(
    `SELECT c.sscc, c.created_at AS "createdAt", c.sealed_at AS "sealedAt",
            (SELECT count(*)::int FROM carton_unit cu WHERE cu.sscc = c.sscc AND cu.unpacked_at IS NULL) AS units
       FROM carton c
      WHERE c.organisation_id = $1 AND NOT EXISTS (
            SELECT FROM shipment_unit su
             WHERE su.sscc = c.sscc AND (su.closed_at IS NULL OR su.received_at IS NOT NULL))
      ORDER BY c.created_at DESC LIMIT $2`,
    [ownerId, limit],
  );
}

/** For whoever packed it, their maker, and whoever it was consigned to. */
export function cartonInSight(sql: Sql, organisationId: OrganisationId, sscc: string): Promise<CartonRow | undefined> {
  return sql.first<CartonRow>(
    `${CARTON} WHERE c.sscc = $1 AND ($2 IN (o.id, o.maker_id) OR EXISTS (
       SELECT FROM shipment_unit su JOIN shipment s ON s.id = su.shipment_id
        WHERE su.sscc = c.sscc AND s.to_id = $2 AND s.status <> 'voided'))`,
    [sscc, organisationId],
  );
}

const CARTON = `
SELECT c.sscc, c.organisation_id AS "organisationId", c.sealed_at AS "sealedAt", c.created_at AS "createdAt",
       json_build_object('code', o.code, 'name', json_build_object('zh', o.name_zh, 'en', o.name_en)) AS organisation,
       EXISTS (SELECT FROM shipment_unit su WHERE su.sscc = c.sscc AND (su.closed_at IS NULL OR su.received_at IS NOT NULL))
         AS "isGone",
       (SELECT coalesce(json_agg(json_build_object('id', u.id::text, 'gtin', u.gtin, 'serial', u.serial,
                 'partNumber', p.part_number, 'lot', u.lot, 'state', u.state) ORDER BY cu.id), '[]')
          FROM carton_unit cu JOIN unit u ON u.id = cu.unit_id JOIN part p ON p.id = u.part_id
         WHERE cu.sscc = c.sscc AND cu.unpacked_at IS NULL) AS units
  FROM carton c JOIN organisation o ON o.id = c.organisation_id`;
