import type { UnitId } from '../kernel/identifiers.ts';
import type { RecordedFitting, RecordedOldPart } from './line-ledger.query.ts';

/** An old part on a line that was told of no fitting: taken out by a removal of its own, or told before anything was fitted. */
export interface LooseOldPart extends RecordedOldPart {
  readonly unitId: UnitId | null;
}

/**
 * What came out of the car for a line is the old part of what went in on it. Each counts once, first for what stands. A part that
 * came out again is not what itself replaced; without a code nobody can tell, and so it counts for what stands alone.
 */
export function withLooseOldParts(
  fittings: readonly RecordedFitting[],
  loose: readonly LooseOldPart[],
): readonly RecordedFitting[] {
  const left = [...loose];
  const found = new Map<string, RecordedOldPart>();
  for (const fitting of [...fittings].sort((a, b) => Number(a.isRemovedHere) - Number(b.isRemovedHere))) {
    if (fitting.undoneAt !== null || fitting.oldPart !== null) continue;
    const at = left.findIndex(({ unitId }) => (unitId === null ? !fitting.isRemovedHere : unitId !== fitting.unitId));
    const [match] = at < 0 ? [] : left.splice(at, 1);
    if (match === undefined) continue;
    const { unitId: _, ...oldPart } = match;
    found.set(fitting.id, oldPart);
  }
  return fittings.map((fitting) => ({ ...fitting, oldPart: found.get(fitting.id) ?? fitting.oldPart }));
}
