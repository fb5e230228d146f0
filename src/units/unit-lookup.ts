import type { Sql } from '../database/database.ts';
import type { OrganisationId, PartId, UnitId } from '../kernel/identifiers.ts';
import type { Words } from '../kernel/words.ts';
import type { HoldKind, UnitState } from './unit-lifecycle.ts';

/** What a label or a person names a unit by. `gtin` is null when only the serial was typed. */
export interface UnitKey {
  readonly gtin: string | null;
  readonly serial: string;
}

/** A unit as it stands now, with what decides whether it may take a step. */
export interface FoundUnit {
  readonly id: UnitId;
  readonly gtin: string;
  readonly serial: string;
  readonly makerId: OrganisationId;
  readonly partId: PartId;
  readonly partNumber: string;
  readonly name: Words;
  readonly lot: string | null;
  readonly state: UnitState;
  readonly custodianId: OrganisationId;
  /** As it was printed: a label with another signature is not this unit's. 64 bytes. */
  readonly signature: Buffer;
  /** Of the key that signed it. */
  readonly kid: string;
  readonly holds: readonly HoldKind[];
  /** The carton it is packed in. */
  readonly sscc: string | null;
  /** The shipment it is on the road in. Old parts travel without their state saying so. */
  readonly shipmentId: string | null;
}

interface Row extends Omit<FoundUnit, 'name'> {
  name_zh: string;
  name_en: string;
  place: number;
}

const COLUMNS = `
  u.id, u.gtin, u.serial, u.maker_id AS "makerId", u.part_id AS "partId", p.part_number AS "partNumber", p.name_zh, p.name_en,
  u.lot, u.state, u.custodian_id AS "custodianId", u.signature, u.kid,
  ARRAY(SELECT h.kind FROM unit_hold h WHERE h.unit_id = u.id AND h.cleared_at IS NULL ORDER BY h.kind) AS holds,
  (SELECT c.sscc FROM carton_unit c WHERE c.unit_id = u.id AND c.unpacked_at IS NULL) AS sscc,
  (SELECT s.shipment_id FROM shipment_unit s WHERE s.unit_id = u.id AND s.closed_at IS NULL) AS "shipmentId"`;

/**
 * The units that keys name, in the order of the keys, in one query; `null` where there is none. A bare serial that two
 * units share names neither.
 */
export async function lookUpUnits(sql: Sql, keys: readonly UnitKey[]): Promise<(FoundUnit | null)[]> {
  const found: (FoundUnit | null)[] = keys.map(() => null);
  if (keys.length === 0) return found;
  const rows = await sql.rows<Row>(
    `SELECT k.place::int AS place, ${COLUMNS}
       FROM unnest($1::bpchar[], $2::bpchar[]) WITH ORDINALITY AS k(gtin, serial, place)
       JOIN unit u ON u.serial = k.serial AND (k.gtin IS NULL OR u.gtin = k.gtin)
       JOIN part p ON p.id = u.part_id`,
    columnsOf(keys),
  );
  const isTaken = new Set<number>();
  for (const row of rows) {
    const place = row.place - 1;
    found[place] = isTaken.has(place) ? null : unitOf(row);
    isTaken.add(place);
  }
  return found;
}

/**
 * Locks the units that keys name until the transaction ends, and then looks them up. Two statements, because a query
 * that waited for a lock sees the row as it became, but the holds as they were. Locks are taken in one order, so that
 * two bulk steps over the same units wait for each other and do not deadlock.
 */
export async function lockUnits(sql: Sql, keys: readonly UnitKey[]): Promise<(FoundUnit | null)[]> {
  await sql.run(
    `SELECT FROM unit u
      WHERE u.id = ANY (SELECT n.id FROM unnest($1::bpchar[], $2::bpchar[]) AS k(gtin, serial)
                          JOIN unit n ON n.serial = k.serial AND (k.gtin IS NULL OR n.gtin = k.gtin))
      ORDER BY u.id FOR UPDATE`,
    columnsOf(keys),
  );
  return lookUpUnits(sql, keys);
}

/** The units of these row numbers, locked likewise, in the order of their numbers. */
export async function lockUnitsById(sql: Sql, ids: readonly UnitId[]): Promise<FoundUnit[]> {
  await sql.run('SELECT FROM unit WHERE id = ANY ($1::bigint[]) ORDER BY id FOR UPDATE', [ids]);
  const rows = await sql.rows<Row>(
    `SELECT 0 AS place, ${COLUMNS} FROM unit u JOIN part p ON p.id = u.part_id WHERE u.id = ANY ($1::bigint[]) ORDER BY u.id`,
    [ids],
  );
  return rows.map(unitOf);
}

// bpchar, as the columns are: compared with text, they would be cast, and the index on them could not serve.
const columnsOf = (keys: readonly UnitKey[]) => [keys.map((key) => key.gtin), keys.map((key) => key.serial)];

function unitOf({ place: _place, name_zh, name_en, ...unit }: Row): FoundUnit {
  return { ...unit, name: { zh: name_zh, en: name_en } };
}
