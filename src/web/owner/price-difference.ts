import { fromCents, toCents, type Money } from '../../kernel/money.ts';

/** How a billed price stands to the maker’s list price. `by` is an amount above zero, `share` its share of the list price. */
export type PriceDifference =
  { readonly kind: 'same' } | { readonly kind: 'above' | 'below'; readonly by: Money; readonly share: number };

/** A list price of nothing cannot be compared by share: it counts as none. */
export function priceDifference(billed: Money, list: Money | null): PriceDifference | null {
  if (list === null || toCents(list) <= 0n) return null;
  const difference = toCents(billed) - toCents(list);
  if (difference === 0n) return { kind: 'same' };
  const by = difference < 0n ? -difference : difference;
  return {
    kind: difference > 0n ? 'above' : 'below',
    by: fromCents(by),
    share: Number((by * 10_000n) / toCents(list)) / 10_000,
  };
}
