import type { DisputeCounts, ReadCounts, ResolvedCount } from './scorecard.query.ts';

/** How well one rule did. `falseAlertRate` is dismissed ÷ resolved, or `null` where nothing was resolved. */
export interface RuleScore {
  readonly rule: string;
  readonly name: string;
  readonly open: number;
  readonly confirmed: number;
  readonly dismissed: number;
  readonly falseAlertRate: number | null;
  /** Why flags turned out to be none, the most frequent first. */
  readonly dismissedBecause: readonly { readonly cause: string; readonly flags: number }[];
}

export interface DisputeScore extends Omit<DisputeCounts, 'houses'> {
  /** Of those that were answered at all. */
  readonly inTimeRate: number | null;
}

export interface NamedRule {
  readonly id: string;
  readonly name: string;
}

const sum = (counts: readonly { readonly flags: number }[]): number =>
  counts.reduce((total, { flags }) => total + flags, 0);
export const rateOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** One row a rule that has anything to tell, the highest rate of false alerts first. */
export function ruleScores(
  rules: readonly NamedRule[],
  resolved: readonly ResolvedCount[],
  open: readonly { readonly rule: string; readonly flags: number }[],
): RuleScore[] {
  return rules
    .map(({ id, name }) => {
      const own = resolved.filter(({ rule }) => rule === id);
      const dismissed = own.filter(({ status }) => status === 'dismissed');
      return {
        rule: id,
        name,
        open: open.find(({ rule }) => rule === id)?.flags ?? 0,
        confirmed: sum(own) - sum(dismissed),
        dismissed: sum(dismissed),
        falseAlertRate: rateOf(sum(dismissed), sum(own)),
        dismissedBecause: dismissed.map(({ cause, flags }) => ({ cause, flags })),
      };
    })
    .filter(({ open: waiting, confirmed, dismissed }) => waiting + confirmed + dismissed > 0)
    .sort((a, b) => (b.falseAlertRate ?? -1) - (a.falseAlertRate ?? -1) || a.rule.localeCompare(b.rule));
}

/** With fewer than this, a figure would tell of single cases, and so of single houses. */
export const LEAST_RESOLVED = 10;
export const LEAST_DISPUTES = 10;
export const LEAST_SCANS = 100;
/** Of two houses, each could take its own share away and read the other’s. */
export const LEAST_HOUSES = 3;

/** What may be told to everybody: rates of rules with enough behind them, and no number that names a house. */
export const publicRuleScores = (scores: readonly RuleScore[]) =>
  scores
    .filter(({ confirmed, dismissed }) => confirmed + dismissed >= LEAST_RESOLVED)
    .map(({ rule, name, confirmed, dismissed, falseAlertRate }) => ({
      rule,
      name,
      resolved: confirmed + dismissed,
      falseAlertRate,
    }));

export const disputeScore = ({ houses: _, ...counts }: DisputeCounts): DisputeScore => ({
  ...counts,
  inTimeRate: rateOf(counts.answeredInTime, counts.answered),
});

/** How owners are answered, where nobody can tell from it how one house answers. */
export const publicDisputeScore = (counts: DisputeCounts): DisputeScore | null =>
  counts.answered >= LEAST_DISPUTES && counts.houses >= LEAST_HOUSES ? disputeScore(counts) : null;

export interface ReadScore extends Omit<ReadCounts, 'houses'> {
  readonly unreadRate: number | null;
}

export const readScores = (reads: readonly ReadCounts[]): ReadScore[] =>
  reads.map(({ houses: _, ...each }) => ({ ...each, unreadRate: rateOf(each.unread, each.scans) }));

/** Ways of reading that are used often enough, and in enough houses. */
export const publicReadScores = (reads: readonly ReadCounts[]): ReadScore[] =>
  readScores(reads.filter(({ scans, houses }) => scans >= LEAST_SCANS && houses >= LEAST_HOUSES));
