import type { OrganisationId, PartId } from '../kernel/identifiers.ts';

/** A batch that was asked for and let pass. */
export interface PastBatch {
  readonly id: string;
  readonly order: string | null;
  readonly partId: PartId;
  readonly gtin: string;
  readonly lot: string | null;
  readonly requested: number;
  readonly warehouseId: OrganisationId;
  readonly askedBy: string;
  readonly askedAt: Date;
}

/** A maker’s ($1), asked for after $2 and until $3. */
export const PAST_BATCHES = `
SELECT b.id, b.order_number AS "order", b.part_id AS "partId", p.gtin, b.lot, b.quantity AS requested,
       b.warehouse_id AS "warehouseId", b.created_by AS "askedBy", b.created_at AS "askedAt"
  FROM batch b JOIN part p ON p.id = b.part_id
 WHERE b.maker_id = $1 AND b.created_at > $2 AND b.created_at <= $3`;
