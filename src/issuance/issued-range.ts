import type { Batch, OrdinalRange } from './batch.ts';
import { batchCancelled, nothingIssued, rangeOutside } from './issuance.refusals.ts';

/**
 * The ordinals that somebody means: by default all that exist so far.
 * @throws Refusal BATCH_CANCELLED, RANGE_OUTSIDE_BATCH, or LABELS_NOT_ISSUED for a range not minted yet.
 */
export function issuedRange(
  { status, issued, quantity }: Pick<Batch, 'status' | 'issued' | 'quantity'>,
  { from = 1, to = issued }: Partial<OrdinalRange>,
): OrdinalRange {
  if (status === 'cancelled') throw batchCancelled();
  if (to > quantity) throw rangeOutside('to', quantity);
  if (from < 1 || (from > to && to > 0)) throw rangeOutside('from', quantity);
  if (to < 1 || to > issued) throw nothingIssued(issued);
  return { from, to };
}
