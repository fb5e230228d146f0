import type { PaceEvidence } from '../later-evidence.ts';

export type TimedFitting = PaceEvidence['fittings'][number];

/** The most different orders that one person worked on within so many milliseconds. `fittings` in the order of time. */
export function mostOrdersWithin(fittings: readonly TimedFitting[], milliseconds: number): number {
  let most = 0;
  let from = 0;
  fittings.forEach((fitting, to) => {
    while (fitting.at.getTime() - fittings[from]!.at.getTime() > milliseconds) from++;
    most = Math.max(most, new Set(fittings.slice(from, to + 1).map(({ orderId }) => orderId)).size);
  });
  return most;
}
