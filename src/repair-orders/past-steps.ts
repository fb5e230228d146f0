import { calendarDateOf } from '../catalogue/calendar-date.ts';
import type { Sql } from '../database/database.ts';
import type { FittingEvidence, InvoiceEvidence, WarrantyRepair } from '../flags/evidence.ts';
import { orderFacts } from '../verification/order-facts.query.ts';
import { listPricesOf } from './invoices.query.ts';
import { lineLedgers } from './line-ledger.query.ts';
import type { PastBill, PastFitting } from './past-steps.query.ts';
import { invoiceEvidence } from './reconciliation.ts';
import { vehicleHistory, warrantyRepairOf } from './vehicle-history.query.ts';

/** What a fitting was judged by and is still known. The reading, the old part and what was in the car are not. */
export type KeptOfFitting = Pick<FittingEvidence, 'order' | 'line' | 'attempt' | 'recordedAt' | 'vehicle'>;

/** @returns null where its line was taken off the order since. */
export async function pastFittingEvidence(sql: Sql, past: PastFitting): Promise<KeptOfFitting | null> {
  const { position, odometer, fittedAt, recordedAt, quantity, partId, vinRead } = past;
  const order = (await orderFacts(sql, past.workshopId, past.order))!;
  const line = order.lines.find((each) => each.line === past.line);
  if (!line) return null;
  const parts = position === null ? [] : [{ line: line.line, partId }];
  const vehicle = await vehicleHistory(sql, order, parts, { withWarranty: false });
  return { order, line, attempt: { vin: vinRead, position, odometer, fittedAt, quantity }, recordedAt, vehicle };
}

/** What a bill was judged by and is still known. What was issued and returned by then, and the units it named, are not. */
export type KeptOfBill = Pick<
  InvoiceEvidence,
  'now' | 'order' | 'vehicle' | 'warrantyRepair' | 'odometerOut' | 'lines'
>;

export async function pastBillEvidence(sql: Sql, { workshopId, order: number, content, issuedAt: now }: PastBill) {
  const order = (await orderFacts(sql, workshopId, number))!;
  const draft = {
    number: content.number,
    lines: content.lines.map(({ line, partNumber, category, quantity, unitPrice }) => ({
      line,
      partNumber,
      category,
      quantity,
      unitPrice,
    })),
    ...(content.odometerOut === null ? {} : { odometerOut: content.odometerOut }),
  };
  const warrantyRepair = await warrantyRepairOf(sql, order);
  const parts = order.lines.flatMap(({ line, partId }) => (partId === null ? [] : [{ line, partId }]));
  const vehicle = await vehicleHistory(sql, order, parts, { withWarranty: warrantyRepair !== null });
  const { lines, odometerOut } = invoiceEvidence(order, await lineLedgers(sql, order.id), draft, {
    now,
    previous: null,
    vehicle,
    warrantyRepair,
    listPrices: await listPricesOf(sql, draft, calendarDateOf(now)),
  });
  const asOfNow = (repair: WarrantyRepair): WarrantyRepair =>
    repair.endedAt !== null && repair.endedAt >= now ? { ...repair, endedAt: null } : repair;
  const kept: KeptOfBill = {
    now,
    order,
    lines,
    odometerOut,
    vehicle: { ...vehicle, warrantyRepairs: vehicle.warrantyRepairs.map(asOfNow) },
    warrantyRepair: warrantyRepair && asOfNow(warrantyRepair),
  };
  return kept;
}
