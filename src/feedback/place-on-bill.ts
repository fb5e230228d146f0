import type { UnitKey } from '../units/unit-lookup.ts';
import type { OwnerLine } from './owner-invoice.ts';

/** `absent`: the bill names other units · `unlabelled`: it names none by a label, so that there is nothing to compare. */
export type PlaceOnBill =
  | { readonly kind: 'fitted' | 'undone'; readonly line: OwnerLine }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unlabelled' };

/** What a bill says of the very unit whose label its owner holds. A fitting that stands comes before one that was undone. */
export function placeOnBill({ gtin, serial }: UnitKey, lines: readonly OwnerLine[]): PlaceOnBill {
  const pieces = lines.flatMap((line) => line.units.map((unit) => ({ line, unit })));
  const same = pieces.filter(({ unit }) => unit.gtin === gtin && unit.serial === serial);
  const found = same.find(({ unit }) => unit.undone === null) ?? same[0];
  if (found) return { kind: found.unit.undone === null ? 'fitted' : 'undone', line: found.line };
  return { kind: pieces.some(({ unit }) => unit.serial !== null) ? 'absent' : 'unlabelled' };
}
