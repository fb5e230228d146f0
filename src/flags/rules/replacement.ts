import type { Ratio } from '../../catalogue/supersession.ts';
import type { ScanEvidence } from '../evidence.ts';
import { isNew, unitMeant } from './scanned-unit.ts';

/** How the scanned part stands to the one that the line asks for, where they differ. */
export type Replacement = {
  readonly approved: string;
  readonly scanned: string;
} & (
  | { readonly standing: 'forward'; readonly path: readonly string[]; readonly ratio: Ratio }
  | { readonly standing: 'backward'; readonly path: readonly string[] }
  /** Nothing links them, or the ratio does not come out even. */
  | { readonly standing: 'none' }
);

/** Null where there is nothing to compare: no line, the right part, or a part that is in a car already. */
export function replacementOf(evidence: ScanEvidence): Replacement | null {
  const { line, supersession } = evidence;
  const unit = unitMeant(evidence);
  // An old part is read on the order that replaces it; its number need not be the approved one.
  if (line === null || unit === null || !isNew(unit)) return null;
  const approved = line.approval?.partNumber ?? line.partNumber;
  const parts = { approved, scanned: unit.partNumber };
  if (approved === unit.partNumber) return null;
  if (supersession?.kind === 'backward') return { ...parts, standing: 'backward', path: supersession.path };
  const quantity = line.approval?.quantity ?? line.quantity;
  if (supersession === null || inNewPieces(quantity, supersession.ratio) === null)
    return { ...parts, standing: 'none' };
  return { ...parts, standing: 'forward', path: supersession.path, ratio: supersession.ratio };
}

/** So many old pieces in new ones; null where it does not come out even, as one of two parts that became one kit. */
export function inNewPieces(quantity: number, ratio: Ratio): number | null {
  const pieces = (quantity * ratio.new) / ratio.old;
  return Number.isInteger(pieces) ? pieces : null;
}
