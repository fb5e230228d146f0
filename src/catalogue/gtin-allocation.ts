import type { Sql, Tx } from '../database/database.ts';
import { gs1CheckDigit } from '../kernel/gtin.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import { gtinsExhausted } from './catalogue.refusals.ts';

/**
 * The nth GTIN-14, from 0, that we would allocate under a company prefix; undefined beyond the last. Counted down from
 * the top of the prefix's range, because makers number their own from the bottom up.
 */
export function nthGtin(prefix: string, n: number): string | undefined {
  const width = 12 - prefix.length;
  const reference = 10 ** width - 1 - n;
  if (reference < 0) return undefined;
  const digits = `0${prefix}${width === 0 ? '' : String(reference).padStart(width, '0')}`;
  return digits + gs1CheckDigit(digits);
}

/** Makes every other change to this maker's catalogue wait until the transaction ends. */
export async function lockCatalogue(tx: Tx, makerId: OrganisationId): Promise<void> {
  await tx.run('INSERT INTO maker_catalogue (maker_id) VALUES ($1) ON CONFLICT DO NOTHING', [makerId]);
  await tx.run('SELECT FROM maker_catalogue WHERE maker_id = $1 FOR UPDATE', [makerId]);
}

/**
 * Takes GTINs that no part ever had. They count as consumed once the transaction commits. The catalogue must be locked.
 * @param reserved GTINs that this transaction is about to give to parts.
 * @throws Refusal GTINS_EXHAUSTED
 */
export async function allocateGtins(
  tx: Tx,
  maker: { readonly id: OrganisationId; readonly gs1Prefix: string },
  count: number,
  reserved: ReadonlySet<string>,
): Promise<string[]> {
  let consumed = await gtinsConsumed(tx, maker.id);
  const allocated: string[] = [];
  while (allocated.length < count) {
    const candidates = nextGtins(maker.gs1Prefix, consumed, count - allocated.length);
    if (candidates.length === 0) throw gtinsExhausted(maker.gs1Prefix);
    const given = await givenGtins(tx, candidates);
    allocated.push(...candidates.filter((gtin) => !given.has(gtin) && !reserved.has(gtin)));
    consumed += candidates.length;
  }
  await tx.run('UPDATE maker_catalogue SET gtins_consumed = $2 WHERE maker_id = $1', [maker.id, consumed]);
  return allocated;
}

function nextGtins(prefix: string, from: number, count: number): string[] {
  const gtins: string[] = [];
  for (let n = from; n < from + count; n++) {
    const gtin = nthGtin(prefix, n);
    if (gtin === undefined) break;
    gtins.push(gtin);
  }
  return gtins;
}

async function gtinsConsumed(sql: Sql, makerId: OrganisationId): Promise<number> {
  const row = await sql.first<{ consumed: string }>(
    'SELECT gtins_consumed AS consumed FROM maker_catalogue WHERE maker_id = $1',
    [makerId],
  );
  return Number(row?.consumed ?? 0);
}

async function givenGtins(sql: Sql, gtins: readonly string[]): Promise<Set<string>> {
  const rows = await sql.rows<{ gtin: string }>('SELECT gtin FROM part_gtin WHERE gtin = ANY ($1::char(14)[])', [
    gtins,
  ]);
  return new Set(rows.map(({ gtin }) => gtin));
}
