import type { Sql } from '../database/database.ts';
import type { OrganisationId, PartId } from '../kernel/identifiers.ts';
import type { Money } from '../kernel/money.ts';
import type { Words } from '../kernel/words.ts';
import type { CalendarDate } from './calendar-date.ts';
import { narrow, normalPartNumber, type Part } from './part.ts';

/** A part and whose it is, as people read it. */
export interface ListedPart extends Part {
  readonly maker: { readonly code: string; readonly name: Words };
}

/** Whose parts the caller may read. `makerId` null: every maker's. */
export interface PartsInSight {
  readonly makerId: OrganisationId | null;
  readonly isActiveOnly: boolean;
}

export interface DatedPrice {
  readonly validFrom: CalendarDate;
  readonly listPrice: Money;
  readonly currency: string;
}

const PART = `
  p.id, p.maker_id AS "makerId", p.part_number AS "partNumber", p.name_zh AS "nameZh", p.name_en AS "nameEn", p.class,
  p.tracking, p.gtin, p.is_gtin_allocated AS "isGtinAllocated", p.list_price AS "listPrice", p.currency, p.models,
  p.quantity_per_vehicle AS "quantityPerVehicle", p.warranty_months AS "warrantyMonths", p.warranty_km AS "warrantyKm",
  p.shelf_life_days AS "shelfLifeDays", p.is_active AS "isActive", p.version, p.updated_at AS "updatedAt"`;

const LISTED = `
  SELECT ${PART}, jsonb_build_object('code', m.code, 'name', jsonb_build_object('zh', m.name_zh, 'en', m.name_en)) AS maker
    FROM part p JOIN organisation m ON m.id = p.maker_id`;

/** Parameters $1 and $2 of every query that is scoped: {@link PartsInSight}, in this order. */
const IS_IN_SIGHT = '($1::uuid IS NULL OR p.maker_id = $1) AND (NOT $2::boolean OR p.is_active)';

/** Those of these part numbers, in normal form, that the maker has. */
export const partsByNumber = (sql: Sql, makerId: OrganisationId, partNumbers: readonly string[]): Promise<Part[]> =>
  sql.rows(`SELECT ${PART} FROM part p WHERE p.maker_id = $1 AND p.part_number = ANY ($2::text[])`, [
    makerId,
    partNumbers,
  ]);

/** The part that a GTIN is or ever was given to. */
export const partByGtin = (sql: Sql, gtin: string): Promise<ListedPart | undefined> =>
  sql.first(`${LISTED} JOIN part_gtin g ON g.part_id = p.id WHERE g.gtin = $1`, [gtin]);

/** One a maker at most: part numbers are unique within a maker. */
export const partsInSightByNumber = (
  sql: Sql,
  { makerId, isActiveOnly }: PartsInSight,
  partNumber: string,
  makerCode: string | undefined,
): Promise<ListedPart[]> =>
  sql.rows(
    `${LISTED} WHERE ${IS_IN_SIGHT} AND p.part_number = $3 AND ($4::text IS NULL OR m.code = $4) ORDER BY m.code`,
    [makerId, isActiveOnly, partNumber, makerCode ?? null],
  );

/**
 * Parts whose number or name contains the text, or whose GTIN it is, by part number. One more than `limit` where there
 * are more.
 */
export const searchParts = (
  sql: Sql,
  { makerId, isActiveOnly }: PartsInSight,
  search: { readonly text: string; readonly limit: number; readonly after: readonly string[] | undefined },
): Promise<ListedPart[]> =>
  sql.rows(
    `${LISTED}
      WHERE ${IS_IN_SIGHT}
        AND ($3 = '' OR position($3 IN p.part_number) > 0 OR position($4 IN lower(p.name_zh)) > 0
             OR position($4 IN lower(p.name_en)) > 0
             OR EXISTS (SELECT FROM part_gtin g WHERE g.part_id = p.id AND g.gtin = lpad($5, 14, '0')))
        AND ($6::text IS NULL OR (p.part_number, p.id) > ($6, $7::uuid))
      ORDER BY p.part_number, p.id
      LIMIT $8`,
    [
      makerId,
      isActiveOnly,
      normalPartNumber(search.text),
      search.text.trim().toLowerCase(),
      narrow(search.text),
      search.after?.[0] ?? null,
      search.after?.[1] ?? null,
      search.limit + 1,
    ],
  );

/** Newest first, beginning with the one before `before`. One more than `limit` where there are more. */
export const pricesOf = (
  sql: Sql,
  partId: PartId,
  { before, limit }: { readonly before: CalendarDate | undefined; readonly limit: number },
): Promise<DatedPrice[]> =>
  sql.rows(
    `SELECT valid_from::text AS "validFrom", list_price AS "listPrice", currency FROM part_price
      WHERE part_id = $1 AND ($2::date IS NULL OR valid_from < $2) ORDER BY valid_from DESC LIMIT $3`,
    [partId, before ?? null, limit + 1],
  );

/** The list price in force on a day; undefined before the first. */
export const priceOn = (sql: Sql, partId: PartId, on: CalendarDate): Promise<DatedPrice | undefined> =>
  sql.first(
    `SELECT valid_from::text AS "validFrom", list_price AS "listPrice", currency FROM part_price
      WHERE part_id = $1 AND valid_from <= $2 ORDER BY valid_from DESC LIMIT 1`,
    [partId, on],
  );
