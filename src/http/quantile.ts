/** One bucket of a histogram: how many were at or below `upTo`. */
export interface Bucket {
  readonly upTo: number;
  readonly count: number;
}

/**
 * The value below which a share of all lies, as a histogram can tell it: even within its bucket. What lies above the last
 * bucket is told as that bucket's bound.
 * @param buckets cumulative, from the lowest; the last may be up to infinity.
 */
export function quantileOf(buckets: readonly Bucket[], share: number): number | null {
  const total = buckets.at(-1)?.count ?? 0;
  if (total === 0) return null;
  const rank = share * total;
  const index = buckets.findIndex(({ count }) => count >= rank);
  const { upTo, count } = buckets[index]!;
  const below = buckets[index - 1] ?? { upTo: 0, count: 0 };
  if (upTo === Number.POSITIVE_INFINITY) return below.upTo;
  return below.upTo + ((rank - below.count) / (count - below.count)) * (upTo - below.upTo);
}
