import type { Sql } from '../database/database.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import type { Words } from '../kernel/words.ts';
import type { UnitState } from '../units/unit-lifecycle.ts';

/** One campaign of one maker. */
export interface RecallKey {
  readonly makerId: OrganisationId;
  readonly number: string;
}

export interface RecalledWorkshop {
  readonly code: string;
  readonly name: Words;
  /** In its hands now: in stock, allocated, or taken out of a car and kept. */
  readonly inHand: number;
  readonly fitted: number;
  readonly removed: number;
}

export interface RecalledUnit {
  readonly id: string;
  readonly gtin: string;
  readonly serial: string;
  readonly lot: string | null;
  readonly state: UnitState;
  readonly custodian: string;
  readonly isHeld: boolean;
}

/** An owner who is shown the notice. No number and no link of the invoice: whose it is, the workshop knows by the unit. */
export interface RecalledInvoice {
  readonly workshop: string;
  readonly issuedAt: Date;
  readonly units: readonly { readonly gtin: string; readonly serial: string }[];
  /** When its latest version was first opened; before the campaign, the owner has not read the notice then. */
  readonly seenAt: Date | null;
}

/** Parameters $1 and $2 of every query here: {@link RecallKey}. */
export const RECALLED = `recalled AS (
  SELECT u.id, u.gtin, u.serial, u.lot, u.state, u.custodian_id
    FROM recall r JOIN unit u ON u.part_id = r.part_id AND (r.lot IS NULL OR u.lot = r.lot)
   WHERE r.maker_id = $1 AND r.number = $2)`;

/** Workshops that hold such units or fitted them, those with most in cars first. */
export const recalledWorkshops = (sql: Sql, { makerId, number }: RecallKey): Promise<RecalledWorkshop[]> =>
  sql.rows(
    `WITH ${RECALLED}, placed AS (
       SELECT custodian_id AS workshop_id, 'in_hand' AS how FROM recalled
        WHERE state IN ('in_stock', 'in_transit', 'allocated', 'removed', 'core_return', 'warranty_return')
       UNION ALL
       SELECT o.workshop_id, CASE WHEN f.removed_at IS NULL THEN 'fitted' ELSE 'removed' END
         FROM recalled c JOIN fitting f ON f.unit_id = c.id AND f.undone_at IS NULL JOIN repair_order o ON o.id = f.order_id)
     SELECT w.code, json_build_object('zh', w.name_zh, 'en', w.name_en) AS name,
            count(*) FILTER (WHERE how = 'in_hand')::int AS "inHand",
            count(*) FILTER (WHERE how = 'fitted')::int AS fitted,
            count(*) FILTER (WHERE how = 'removed')::int AS removed
       FROM placed p JOIN organisation w ON w.id = p.workshop_id AND w.kind = 'workshop'
      GROUP BY w.id ORDER BY fitted DESC, "inHand" DESC, w.code`,
    [makerId, number],
  );

export interface UnitsWanted {
  readonly state: UnitState | undefined;
  /** Code of whoever has them in hand. */
  readonly custodian: string | undefined;
  readonly afterId: string | undefined;
  readonly limit: number;
}

/** One more than `limit` where there are more. */
export const recalledUnits = (sql: Sql, { makerId, number }: RecallKey, wanted: UnitsWanted): Promise<RecalledUnit[]> =>
  sql.rows(
    `WITH ${RECALLED}
     SELECT c.id::text, c.gtin, c.serial, c.lot, c.state, o.code AS custodian,
            EXISTS (SELECT FROM unit_hold h WHERE h.unit_id = c.id AND h.cleared_at IS NULL) AS "isHeld"
       FROM recalled c JOIN organisation o ON o.id = c.custodian_id
      WHERE ($3::text IS NULL OR c.state = $3) AND ($4::text IS NULL OR o.code = $4) AND ($5::bigint IS NULL OR c.id > $5)
      ORDER BY c.id LIMIT $6`,
    [makerId, number, wanted.state ?? null, wanted.custodian ?? null, wanted.afterId ?? null, wanted.limit + 1],
  );

/**
 * Orders whose latest invoice names such a unit: exactly those whose owners the notice is shown to (feedback/
 * owner-invoice.query.ts). Newest first, at most `limit`.
 */
export const recalledInvoices = (
  sql: Sql,
  { makerId, number }: RecallKey,
  limit: number,
): Promise<(RecalledInvoice & { readonly total: number })[]> =>
  sql.rows(
    `WITH ${RECALLED}, latest AS (
       SELECT DISTINCT ON (i.order_id) i.order_id, i.issued_at, i.seen_at,
              ARRAY(SELECT jsonb_array_elements_text(jsonb_path_query_array(i.content, '$.lines[*].units[*].serial'))) AS serials
         FROM invoice i
        WHERE i.order_id IN (SELECT f.order_id FROM recalled c JOIN fitting f ON f.unit_id = c.id)
        ORDER BY i.order_id, i.version DESC)
     SELECT w.code AS workshop, l.issued_at AS "issuedAt", l.seen_at AS "seenAt",
            json_agg(json_build_object('gtin', c.gtin, 'serial', c.serial) ORDER BY c.id) AS units,
            count(*) OVER ()::int AS total
       FROM latest l
       JOIN recalled c ON c.serial = ANY (l.serials)
       JOIN repair_order o ON o.id = l.order_id JOIN organisation w ON w.id = o.workshop_id
      GROUP BY l.order_id, l.issued_at, l.seen_at, w.code
      ORDER BY l.issued_at DESC LIMIT $3`,
    [makerId, number, limit],
  );
