/** Measured rounds of each side; one more before them, unmeasured, warms both. */
export const ROUNDS = 7;

/** Both sides of a comparison, round by round, in units a second. */
export interface Rounds {
  readonly ours: readonly number[];
  readonly limit: readonly number[];
}

/** Does round `round` (0 is the warm-up) and tells how many units it got done in a second. */
export type Side = (round: number) => Promise<number>;

/**
 * Measures two sides in turn, so that whatever else the machine does meets both. Who begins changes each round: one side's
 * dust (a checkpoint, a garbage collection) would otherwise always fall on the other.
 */
export async function inTurn(ours: Side, limit: Side): Promise<Rounds> {
  const measured: { ours: number[]; limit: number[] } = { ours: [], limit: [] };
  for (let round = 0; round <= ROUNDS; round++) {
    const order = round % 2 === 0 ? (['ours', 'limit'] as const) : (['limit', 'ours'] as const);
    for (const side of order) {
      const perSecond = await (side === 'ours' ? ours : limit)(round);
      if (round > 0) measured[side].push(perSecond);
    }
  }
  return measured;
}

export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** @param values at least one. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: quantile(sorted, 0.5), least: sorted[0]!, most: sorted.at(-1)! };
}

/** Of neighbours in time: a busy minute slows both, and the ratio stays. */
export const ratiosOf = ({ ours, limit }: Rounds): Spread => spreadOf(ours.map((each, round) => each / limit[round]!));

/** Between the two nearest where it falls between. @param sorted ascending, at least one. */
export function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)]!;
  return below + (sorted[Math.ceil(at)]! - below) * (at % 1);
}

/** How long `work` took, in seconds. */
export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

/** Does `work` for every item, `lanes` of them at a time. */
export async function atATime<Item>(
  lanes: number,
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < items.length) await work(items[next++]!);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
