import type { Tx } from '../database/database.ts';
import { contextOf } from '../detection/background-context.ts';
import type { FittingEvidence, InvoiceEvidence, MintEvidence } from '../flags/evidence.ts';
import { RULES } from '../flags/rules.ts';
import { mintEvidence } from '../issuance/minting-bound.ts';
import { PAST_BATCHES, type PastBatch } from '../issuance/past-batches.query.ts';
import { partsOfLines } from '../repair-orders/invoices.query.ts';
import { PAST_BILLS, PAST_FITTINGS, type PastBill, type PastFitting } from '../repair-orders/past-steps.query.ts';
import { pastBillEvidence, pastFittingEvidence } from '../repair-orders/past-steps.ts';
import { type PastOccasion, pastOf } from './occasions.ts';
import { paged } from './paged.query.ts';
import type { Past, Stretch } from './tried.ts';
import { onlyKept } from './withholding.ts';

/** Rules that read nothing but what is kept of the fittings, bills and mints that they judged. */
const AT_FITTINGS: readonly string[] = ['R15', 'R19', 'R23'];
const AT_BILLS: readonly string[] = ['Q04', 'R16', 'R19', 'R21'];
const AT_MINTS: readonly string[] = ['I03'];

/** What was refused left no fitting, no bill and no batch; what was recorded is judged by its order as the order now stands. */
export const PAST_OF_STEPS: readonly Past[] = [
  ...RULES.fitting.filter(({ id }) => AT_FITTINGS.includes(id)).map((rule) => pastOf(rule, fittings)),
  ...RULES.invoice.filter(({ id }) => AT_BILLS.includes(id)).map((rule) => pastOf(rule, bills)),
  ...RULES.mint.filter(({ id }) => AT_MINTS.includes(id)).map((rule) => pastOf(rule, mints)),
];

async function* fittings(tx: Tx, { makerId, from, to }: Stretch) {
  for await (const page of paged<PastFitting>(tx, PAST_FITTINGS, [makerId, from, to])) {
    const occasions: (PastOccasion<FittingEvidence> | null)[] = [];
    for (const fitting of page) occasions.push(await occasionOfFitting(tx, fitting));
    yield occasions;
  }
}

async function occasionOfFitting(tx: Tx, fitting: PastFitting): Promise<PastOccasion<FittingEvidence> | null> {
  const kept = await pastFittingEvidence(tx, fitting);
  if (kept === null) return null;
  const { id: source, unitId, gtin, serial, makerId, partId, workshopId, orderId, line, fittedAt: at } = fitting;
  const unit = unitId === null || gtin === null || serial === null ? null : { id: unitId, gtin, serial };
  const about = contextOf({ unit, makerId, partId, workshopId, orderId, line, source });
  return { at, evidence: onlyKept<FittingEvidence>(kept), aboutOf: () => about };
}

async function* bills(tx: Tx, { makerId, from, to }: Stretch) {
  for await (const page of paged<PastBill>(tx, PAST_BILLS, [makerId, from, to])) {
    const occasions: PastOccasion<InvoiceEvidence>[] = [];
    for (const bill of page) occasions.push(await occasionOfBill(tx, bill, makerId));
    yield occasions;
  }
}

async function occasionOfBill(
  tx: Tx,
  bill: PastBill,
  asks: Stretch['makerId'],
): Promise<PastOccasion<InvoiceEvidence>> {
  const { id: source, workshopId, orderId, issuedAt: at } = bill;
  const kept = await pastBillEvidence(tx, bill);
  const parts = await partsOfLines(tx, kept.order);
  return {
    at,
    evidence: onlyKept<InvoiceEvidence>(kept),
    isOfSeveral: new Set([...parts.values()].map(({ makerId }) => makerId)).size > 1,
    aboutOf: ({ line = null }) => {
      const part = line === null ? undefined : parts.get(line);
      const makerId = part?.makerId ?? parts.values().next().value?.makerId ?? null;
      if (makerId !== asks) return null;
      return contextOf({ makerId, partId: part?.partId ?? null, workshopId, orderId, line, source });
    },
  };
}

async function* mints(tx: Tx, { makerId, from, to }: Stretch) {
  for await (const page of paged<PastBatch>(tx, PAST_BATCHES, [makerId, from, to])) {
    const occasions: PastOccasion<MintEvidence>[] = [];
    for (const batch of page) {
      const { id: source, gtin, order, partId, warehouseId: by, askedBy, askedAt: at } = batch;
      const [evidence] = await mintEvidence(tx, makerId, [batch], askedBy, source);
      const { requested, earlierBatches, isOrderedByAnother } = evidence!;
      const about = contextOf({ makerId, partId, code: { gtin, text: order ?? '' }, source });
      const kept = onlyKept<MintEvidence>({ requested, earlierBatches, isOrderedByAnother });
      occasions.push({ at, evidence: kept, by, aboutOf: () => about });
    }
    yield occasions;
  }
}
