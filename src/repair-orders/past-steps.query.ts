import type { OrganisationId, PartId, RepairOrderId, UnitId } from '../kernel/identifiers.ts';
import type { InvoiceContent } from './invoice-content.ts';

/** A fitting that took effect, as it was recorded. */
export interface PastFitting {
  readonly id: string;
  readonly orderId: RepairOrderId;
  readonly order: string;
  readonly workshopId: OrganisationId;
  readonly makerId: OrganisationId;
  readonly line: number;
  readonly unitId: UnitId | null;
  readonly gtin: string | null;
  readonly serial: string | null;
  readonly partId: PartId;
  readonly vinRead: string | null;
  readonly position: string | null;
  readonly odometer: number | null;
  readonly quantity: number;
  readonly fittedAt: Date;
  readonly recordedAt: Date;
}

/** Those of a maker’s ($1) parts that were recorded after $2 and until $3, also where they were undone since. */
export const PAST_FITTINGS = `
SELECT f.id, f.order_id AS "orderId", o.number AS "order", o.workshop_id AS "workshopId", p.maker_id AS "makerId", f.line,
       f.unit_id AS "unitId", u.gtin, u.serial, f.part_id AS "partId", f.vin_scanned AS "vinRead", f.position, f.odometer,
       f.quantity, f.fitted_at AS "fittedAt", f.recorded_at AS "recordedAt"
  FROM fitting f
  JOIN repair_order o ON o.id = f.order_id
  JOIN part p ON p.id = f.part_id
  LEFT JOIN unit u ON u.id = f.unit_id
 WHERE p.maker_id = $1 AND f.recorded_at > $2 AND f.recorded_at <= $3`;

/** A bill as the owner got it. */
export interface PastBill {
  readonly id: string;
  readonly orderId: RepairOrderId;
  readonly order: string;
  readonly workshopId: OrganisationId;
  readonly content: InvoiceContent;
  readonly issuedAt: Date;
}

/** Those that were issued after $2 and until $3 for orders on which a part of the maker ($1) is. */
export const PAST_BILLS = `
SELECT i.id, i.order_id AS "orderId", o.number AS "order", o.workshop_id AS "workshopId", i.content, i.issued_at AS "issuedAt"
  FROM invoice i JOIN repair_order o ON o.id = i.order_id
 WHERE i.issued_at > $2 AND i.issued_at <= $3
   AND EXISTS (SELECT FROM part_line l JOIN part p ON p.id = l.part_id WHERE l.order_id = i.order_id AND p.maker_id = $1)`;
