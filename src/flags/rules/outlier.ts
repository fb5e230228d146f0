import type { RateEvidence } from '../later-evidence.ts';

/** What makes a rate an outlier; the same names as a rule's thresholds. */
export interface OutlierLimits {
  /** So many times the rate of the peers. */
  readonly timesPeers: number;
  /** Cases of its own, fewer of which prove nothing. */
  readonly leastCases: number;
  /** Chances of its own, fewer of which prove nothing. */
  readonly leastChances: number;
  readonly leastPeers: number;
  /** Standard deviations above what the peers' rate leads one to expect. */
  readonly score: number;
}

export interface Outlier {
  readonly [name: string]: number | string | null;
  readonly partNumber: string | null;
  readonly days: number;
  readonly times: number;
  readonly of: number;
  /** Per cent, as whole numbers: people compare them at a glance. */
  readonly ownPercent: number;
  readonly peersPercent: number;
}

/** Far above the peers both in size and beyond chance: one alone makes false alarms of large or of small workshops. */
export function outlierOf({ partNumber, days, own, peers }: RateEvidence, limits: OutlierLimits): Outlier | null {
  if (own.times < limits.leastCases || own.of < limits.leastChances || peers.count < limits.leastPeers) return null;
  // One case more among the peers: a rate of nought would make anything an outlier.
  const expected = (peers.times + 1) / (peers.of + 1);
  const rate = own.times / own.of;
  if (rate < expected * limits.timesPeers || scoreOf(own.times, own.of * expected) < limits.score) return null;
  const percent = (share: number) => Math.round(share * 100);
  return { partNumber, days, ...own, ownPercent: percent(rate), peersPercent: percent(expected) };
}

/**
 * How far a count lies beyond what was to be expected, in standard deviations: Byar's approximation of the exact Poisson tail
 * (Breslow & Day 1987, § 2.2), which holds for small counts too. Where two are expected, nine come by chance in one of some
 * thousand comparisons; a plain score calls that impossible.
 */
const scoreOf = (times: number, expected: number): number =>
  3 * Math.sqrt(times) * (1 - 1 / (9 * times) - Math.cbrt(expected / times));
