import type { Sql } from '../database/database.ts';
import { newId, type OrganisationId, type PartId } from '../kernel/identifiers.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { PlannedPart } from './catalogue-plan.ts';

/** A part as it is about to be written: by now it has a GTIN. */
export interface WrittenPart extends PlannedPart {
  readonly id: PartId;
  readonly gtin: string;
  readonly isGtinAllocated: boolean;
}

/** The rows of a statement, handed over as one JSON text: an import is a handful of statements whatever its length. */
const GIVEN = `jsonb_to_recordset($1::jsonb) AS r(
  id uuid, "partNumber" text, "nameZh" text, "nameEn" text, class text, tracking text, gtin text,
  "isGtinAllocated" boolean, "listPrice" numeric, currency text, "priceValidFrom" date, models text[], "quantityPerVehicle" int,
  "warrantyMonths" int, "warrantyKm" int, "shelfLifeDays" int, "isActive" boolean,
  "suppliedAs" text)`;

export const newPartId = (): PartId => newId<PartId>();

export async function insertParts(
  sql: Sql,
  makerId: OrganisationId,
  parts: readonly WrittenPart[],
  at: Date,
): Promise<void> {
  await sql.run(
    `INSERT INTO part (id, maker_id, part_number, name_zh, name_en, class, tracking, gtin, is_gtin_allocated, models,
                       quantity_per_vehicle, warranty_months, warranty_km, shelf_life_days, is_active,
                       supplied_as, created_at, updated_at)
     SELECT r.id, $2, r."partNumber", r."nameZh", r."nameEn", r.class, r.tracking, r.gtin, r."isGtinAllocated", r.models,
            r."quantityPerVehicle", r."warrantyMonths", r."warrantyKm", r."shelfLifeDays", r."isActive",
            r."suppliedAs", $3, $3
       FROM ${GIVEN}`,
    [JSON.stringify(parts), makerId, at],
  );
}

export async function updateParts(sql: Sql, parts: readonly WrittenPart[], at: Date): Promise<void> {
  await sql.run(
    `UPDATE part p
        SET name_zh = r."nameZh", name_en = r."nameEn", class = r.class, tracking = r.tracking, gtin = r.gtin,
            is_gtin_allocated = r."isGtinAllocated", models = r.models, quantity_per_vehicle = r."quantityPerVehicle",
            warranty_months = r."warrantyMonths", warranty_km = r."warrantyKm",
            shelf_life_days = r."shelfLifeDays", is_active = r."isActive", supplied_as = r."suppliedAs", version = p.version + 1, updated_at = $2
       FROM ${GIVEN} WHERE p.id = r.id`,
    [JSON.stringify(parts), at],
  );
}

/** Each from its own day on, else from today; of two prices that begin on one day the later word counts. */
export async function writePrices(sql: Sql, parts: readonly WrittenPart[], today: CalendarDate): Promise<void> {
  await sql.run(
    `INSERT INTO part_price (part_id, valid_from, list_price, currency)
     SELECT r.id, coalesce(r."priceValidFrom", $2), r."listPrice", r.currency FROM ${GIVEN}
     ON CONFLICT (part_id, valid_from) DO UPDATE SET list_price = excluded.list_price, currency = excluded.currency`,
    [JSON.stringify(parts), today],
  );
}

/** Whether there was one that begins on that day; its price is given back. */
export const deletePrice = (
  sql: Sql,
  partId: PartId,
  validFrom: CalendarDate,
): Promise<Pick<PlannedPart, 'listPrice' | 'currency'> | undefined> =>
  sql.first(
    'DELETE FROM part_price WHERE part_id = $1 AND valid_from = $2 RETURNING list_price AS "listPrice", currency',
    [partId, validFrom],
  );
