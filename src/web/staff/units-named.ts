import type { Actor } from '../../auth/actor.ts';
import type { Sql } from '../../database/database.ts';
import { parseLabel } from '../../labels/label-text.ts';
import { stock, type StockRow } from '../../units/stock.query.ts';
import { sightOf } from '../../units/unit-sight.ts';

/** The units in the caller’s sight that a typed serial or the text of a label names: more than one where parts share a serial. */
export async function unitsNamed(sql: Sql, actor: Actor, text: string, labelOrigin: string): Promise<StockRow[]> {
  const label = parseLabel(text.trim(), labelOrigin);
  if (label.kind === 'unreadable') return [];
  const { serial, gtin } = label;
  return stock(sql, sightOf(actor), { serial, ...(gtin && { gtin }), limit: 10 });
}
