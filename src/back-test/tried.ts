import type { Tx } from '../database/database.ts';
import type { RegisteredRule, RulePolicy } from '../flags/rule.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import { WouldBeFlags } from './back-test.ts';

/** A stretch of the past, of one maker’s parts: after `from` until `to`. */
export interface Stretch {
  readonly makerId: OrganisationId;
  readonly from: Date;
  readonly to: Date;
  /** What is not judged by now was not judged yet. */
  readonly now: Date;
}

/** What a rule was, or could have been, asked about, to be judged again. */
export interface Past extends Pick<RegisteredRule<never>, 'id' | 'thresholds' | 'most'> {
  judge(tx: Tx, stretch: Stretch, onTrial: RulePolicy): Promise<Tried>;
}

/** What came of it: under the policy on trial, and under the one in force. */
export class Tried {
  readonly candidate = new WouldBeFlags();
  readonly asItIs = new WouldBeFlags();
  readonly tally = { scans: 0, unjudged: 0 };

  /** What was found in another stretch of the past. */
  absorb({ candidate, asItIs, tally }: Tried): void {
    this.candidate.absorb(candidate);
    this.asItIs.absorb(asItIs);
    this.tally.scans += tally.scans;
    this.tally.unjudged += tally.unjudged;
  }
}
