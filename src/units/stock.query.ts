import type { Sql } from '../database/database.ts';
import type { OrganisationId, UnitId } from '../kernel/identifiers.ts';
import type { Words } from '../kernel/words.ts';
import type { HoldFilter, HoldKind, UnitState } from './unit-lifecycle.ts';

export interface StockFilter {
  readonly state?: UnitState | undefined;
  readonly partNumber?: string | undefined;
  readonly lot?: string | undefined;
  readonly gtin?: string | undefined;
  readonly serial?: string | undefined;
  readonly custodian?: string | undefined;
  readonly hold?: HoldFilter | undefined;
  /** Number of the dispatch order that they were labelled for. */
  readonly order?: string | undefined;
  readonly beforeId?: string | undefined;
  readonly limit: number;
}

export interface StockRow {
  readonly id: UnitId;
  readonly gtin: string;
  readonly serial: string;
  readonly partNumber: string;
  readonly name: Words;
  readonly lot: string | null;
  readonly state: UnitState;
  readonly custodian: { readonly code: string; readonly name: Words };
  readonly holds: HoldKind[];
  readonly issuedAt: Date;
}

/** Only the conditions that were asked for: one text with every `IS NULL OR` would be planned for none of them. */
const CONDITIONS: Readonly<Record<Exclude<keyof StockFilter, 'limit'>, (parameter: string) => string>> = {
  state: (value) => `u.state = ${value}`,
  partNumber: (value) => `u.part_id IN (SELECT id FROM part WHERE part_number = ${value})`,
  lot: (value) => `u.lot = ${value}`,
  gtin: (value) => `u.gtin = ${value}`,
  serial: (value) => `u.serial = ${value}`,
  custodian: (value) => `u.custodian_id = (SELECT id FROM organisation WHERE code = ${value})`,
  hold: (value) =>
    `EXISTS (SELECT FROM unit_hold h WHERE h.unit_id = u.id AND h.cleared_at IS NULL AND ${value} IN (h.kind, 'any', 'none'))
     = (${value} <> 'none')`,
  order: (value) => `u.batch_id IN (SELECT id FROM batch WHERE order_number = ${value})`,
  beforeId: (value) => `u.id < ${value}`,
};

/** A maker's side: every unit of the maker. All others: what they have in hand, and what is on its way to them. */
function inScope(isMakerSide: boolean, conditions: string): string {
  if (isMakerSide) return `SELECT u.id FROM unit u WHERE u.maker_id = $1 ${conditions}`;
  // Two branches, each with an index of its own: joined by OR, they would be looked for among all units there are.
  return `SELECT u.id FROM unit u WHERE u.custodian_id = $1 ${conditions}
           UNION
          SELECT u.id FROM shipment s JOIN shipment_unit su ON su.shipment_id = s.id JOIN unit u ON u.id = su.unit_id
           WHERE s.to_id = $1 AND su.closed_at IS NULL ${conditions}`;
}

/** Newest first; one row more than `limit` where there is one. */
export function stock(
  sql: Sql,
  [makerId, organisationId]: readonly [OrganisationId | null, OrganisationId],
  filter: StockFilter,
): Promise<StockRow[]> {
  const values: unknown[] = [makerId ?? organisationId, filter.limit + 1];
  const conditions: string[] = [];
  for (const [name, condition] of Object.entries(CONDITIONS) as [keyof typeof CONDITIONS, (p: string) => string][]) {
    if (filter[name] === undefined) continue;
    values.push(filter[name]);
    conditions.push(`AND ${condition(`$${values.length}`)}`);
  }
  return sql.rows<StockRow>(
    `SELECT u.id, u.gtin, u.serial, p.part_number AS "partNumber", json_build_object('zh', p.name_zh, 'en', p.name_en) AS name,
            u.lot, u.state, u.issued_at AS "issuedAt",
            json_build_object('code', c.code, 'name', json_build_object('zh', c.name_zh, 'en', c.name_en)) AS custodian,
            ARRAY(SELECT h.kind FROM unit_hold h WHERE h.unit_id = u.id AND h.cleared_at IS NULL ORDER BY h.kind) AS holds
       FROM (SELECT id FROM (${inScope(makerId !== null, conditions.join(' '))}) own ORDER BY id DESC LIMIT $2) page
       JOIN unit u ON u.id = page.id JOIN part p ON p.id = u.part_id JOIN organisation c ON c.id = u.custodian_id
      ORDER BY u.id DESC`,
    values,
  );
}
