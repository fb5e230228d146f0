import type { Sql } from '../database/database.ts';
import type { OrganisationId, PartId } from '../kernel/identifiers.ts';
import type { Money } from '../kernel/money.ts';
import type { Words } from '../kernel/words.ts';
import type { CalendarDate } from './calendar-date.ts';
import { narrow, normalPartNumber, type Part, type PriceState } from './part.ts';

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
  readonly state: PriceState;
}

const PART = `
  p.id, p.maker_id AS "makerId", p.part_number AS "partNumber", p.name_zh AS "nameZh", p.name_en AS "nameEn", p.class,
  p.tracking, p.gtin, p.is_gtin_allocated AS "isGtinAllocated", price.list_price AS "listPrice", price.currency, p.models,
  p.quantity_per_vehicle AS "quantityPerVehicle", p.warranty_months AS "warrantyMonths", p.warranty_km AS "warrantyKm",
  p.shelf_life_days AS "shelfLifeDays", p.is_active AS "isActive", p.supplied_as AS "suppliedAs", p.version, p.updated_at AS "updatedAt"`;

/** Parameter $1 of every query that begins so: the day whose list price is told. */
const LISTED = `
  SELECT ${PART}, jsonb_build_object('code', m.code, 'name', jsonb_build_object('zh', m.name_zh, 'en', m.name_en)) AS maker
    FROM part p JOIN organisation m ON m.id = p.maker_id CROSS JOIN list_price_on(p.id, $1) price`;

/** Parameters $2 and $3 of every query that is scoped: {@link PartsInSight}, in this order. */
const IS_IN_SIGHT = '($2::uuid IS NULL OR p.maker_id = $2) AND (NOT $3::boolean OR p.is_active)';

/** @param days part numbers in normal form, each with the day whose list price is told. */
export const partsOnDays = (
  sql: Sql,
  makerId: OrganisationId,
  days: ReadonlyMap<string, CalendarDate>,
): Promise<Part[]> =>
  sql.rows(
    `SELECT ${PART}
       FROM unnest($2::text[], $3::date[]) AS named(part_number, day)
       JOIN part p ON p.maker_id = $1 AND p.part_number = named.part_number
      CROSS JOIN list_price_on(p.id, named.day) price`,
    [makerId, [...days.keys()], [...days.values()]],
  );

/** The part that a GTIN is or ever was given to. */
export const partByGtin = (sql: Sql, gtin: string, on: CalendarDate): Promise<ListedPart | undefined> =>
  sql.first(`${LISTED} JOIN part_gtin g ON g.part_id = p.id WHERE g.gtin = $2`, [on, gtin]);

/** One a maker at most: part numbers are unique within a maker. */
export const partsInSightByNumber = (
  sql: Sql,
  { makerId, isActiveOnly }: PartsInSight,
  named: { readonly partNumber: string; readonly makerCode: string | undefined; readonly on: CalendarDate },
): Promise<ListedPart[]> =>
  sql.rows(
    `${LISTED} WHERE ${IS_IN_SIGHT} AND p.part_number = $4 AND ($5::text IS NULL OR m.code = $5) ORDER BY m.code`,
    [named.on, makerId, isActiveOnly, named.partNumber, named.makerCode ?? null],
  );

/**
 * Parts whose number or name contains the text, or whose GTIN it is, by part number. One more than `limit` where there
 * are more.
 */
export const searchParts = (
  sql: Sql,
  { makerId, isActiveOnly }: PartsInSight,
  search: {
    readonly text: string;
    readonly limit: number;
    readonly after: readonly string[] | undefined;
    readonly on: CalendarDate;
  },
): Promise<ListedPart[]> =>
  sql.rows(
    `${LISTED}
      WHERE ${IS_IN_SIGHT}
        AND ($4 = '' OR position($4 IN p.part_number) > 0 OR position($5 IN lower(p.name_zh)) > 0
             OR position($5 IN lower(p.name_en)) > 0
             OR EXISTS (SELECT FROM part_gtin g WHERE g.part_id = p.id AND g.gtin = lpad($6, 14, '0')))
        AND ($7::text IS NULL OR (p.part_number, p.id) > ($7, $8::uuid))
      ORDER BY p.part_number, p.id
      LIMIT $9`,
    [
      search.on,
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

/** As seen on a day. Newest first, beginning with the one before `before`; one more than `limit` where there are more. */
export const pricesOf = (
  sql: Sql,
  partId: PartId,
  on: CalendarDate,
  { before, limit }: { readonly before: CalendarDate | undefined; readonly limit: number },
): Promise<DatedPrice[]> =>
  sql.rows(
    `SELECT r.valid_from::text AS "validFrom", r.list_price AS "listPrice", r.currency,
            CASE WHEN r.valid_from > $2 THEN 'announced' WHEN r.valid_from = price.valid_from THEN 'in_force' ELSE 'past' END AS state
       FROM part_price r CROSS JOIN list_price_on($1, $2) price
      WHERE r.part_id = $1 AND ($3::date IS NULL OR r.valid_from < $3) ORDER BY r.valid_from DESC LIMIT $4`,
    [partId, on, before ?? null, limit + 1],
  );
