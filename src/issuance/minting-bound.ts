import type { Sql, Tx } from '../database/database.ts';
import type { MintEvidence } from '../flags/evidence.ts';
import { USUAL_BATCHES } from '../flags/rules/mint-unapproved.rule.ts';
import type { OrganisationId, PartId } from '../kernel/identifiers.ts';

/** One line of an order: what a number of labels is asked for, and what bounds it. */
export interface OrderLine {
  readonly order: string | null;
  readonly partId: PartId;
  readonly lot: string | null;
}

/**
 * Until the transaction ends nobody else orders or mints for this maker: else two batches asked for at once would each
 * fit the order, and both together not. Nothing but the asking waits here; the minting itself does not.
 */
export async function lockOrders(tx: Tx, makerId: OrganisationId): Promise<void> {
  await tx.run('SELECT FROM organisation WHERE id = $1 FOR NO KEY UPDATE', [makerId]);
}

/**
 * What was ordered and what was asked for already, line by line, whatever its consignee. An order that nobody imported
 * bounds nothing: `ordered` is null. Voided labels leave room for others.
 */
export async function mintEvidence(
  sql: Sql,
  makerId: OrganisationId,
  wishes: readonly (OrderLine & { readonly requested: number })[],
  askedBy: string | null = null,
  /** A batch: what is usual is then said by those before it. */
  before: string | null = null,
): Promise<MintEvidence[]> {
  const rows = await sql.rows<{ ordered: number | null; minted: number; batches: number[]; by_another: boolean }>(
    `SELECT CASE WHEN EXISTS (SELECT FROM dispatch_order_line l WHERE l.maker_id = $1 AND l.order_number = w.order_number)
                 THEN (SELECT coalesce(sum(l.quantity), 0)::int FROM dispatch_order_line l
                        WHERE l.maker_id = $1 AND l.order_number = w.order_number AND l.part_id = w.part_id
                          AND l.lot IS NOT DISTINCT FROM w.lot) END AS ordered,
            (SELECT coalesce(sum(CASE WHEN b.status = 'cancelled' THEN b.issued ELSE b.quantity END - v.voided), 0)::int
               FROM batch b
              CROSS JOIN LATERAL (SELECT count(*) AS voided FROM unit u WHERE u.batch_id = b.id AND u.state = 'voided') v
              WHERE b.maker_id = $1 AND b.order_number = w.order_number AND b.part_id = w.part_id
                AND b.lot IS NOT DISTINCT FROM w.lot) AS minted,
            ARRAY(SELECT b.quantity FROM batch b WHERE b.maker_id = $1 AND b.part_id = w.part_id AND b.status <> 'cancelled'
                      AND ($6::uuid IS NULL OR b.id < $6)
                   ORDER BY b.id DESC LIMIT ${USUAL_BATCHES}) AS batches,
            EXISTS (SELECT FROM dispatch_order_line l WHERE l.maker_id = $1 AND l.order_number = w.order_number
                       AND l.part_id = w.part_id AND l.imported_by <> $5) AS by_another
       FROM unnest($2::text[], $3::uuid[], $4::text[]) WITH ORDINALITY AS w(order_number, part_id, lot, at)
      ORDER BY w.at`,
    [
      makerId,
      wishes.map(({ order }) => order),
      wishes.map(({ partId }) => partId),
      wishes.map(({ lot }) => lot),
      askedBy,
      before,
    ],
  );
  return wishes.map(({ order, requested }, i) => {
    const { ordered, minted, batches, by_another } = rows[i]!;
    const bulk = { earlierBatches: batches, isOrderedByAnother: by_another };
    return { orderNumber: order, ordered, alreadyMinted: minted, requested, ...bulk };
  });
}
