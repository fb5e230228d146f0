import type { Tx } from '../database/database.ts';
import type { Occasion } from '../detection/background-context.ts';
import { type FlagContext, flagOf } from '../flags/flag-record.ts';
import { policiesOfMaker } from '../flags/maker-policies.query.ts';
import type { Finding, RegisteredRule, RulePolicy } from '../flags/rule.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import type { WouldBeFlags } from './back-test.ts';
import { type Past, type Stretch, Tried } from './tried.ts';

/** One thing that a rule was, or could have been, asked about. */
export interface PastOccasion<Evidence> extends Omit<Occasion<Evidence>, 'about'> {
  /** How the same matter stood when the stretch began: what was plain by then was told then. */
  readonly before?: Evidence;
  /** Null: it concerns another maker. */
  readonly aboutOf: (finding: Finding) => FlagContext | null;
  /** Whose step it was. */
  readonly by?: OrganisationId | null;
  /** Parts of several makers: none of their policies holds. */
  readonly isOfSeveral?: boolean;
}

/** Page by page, so that they are never all in memory; null of what can no longer be judged. */
export type Occasions<Evidence> = (
  tx: Tx,
  stretch: Stretch,
) => AsyncIterable<readonly (PastOccasion<Evidence> | null)[]>;

export const pastOf = <Evidence>(rule: RegisteredRule<Evidence>, occasions: Occasions<Evidence>): Past => ({
  ...rule,
  async judge(tx, stretch, onTrial) {
    const tried = new Tried();
    const inForce = (await policiesOfMaker(tx, stretch.makerId))[rule.id] ?? {};
    for await (const page of occasions(tx, stretch)) {
      for (const occasion of page) {
        if (occasion === null) tried.tally.unjudged++;
        else {
          tried.tally.scans++;
          keep(tried.candidate, rule, occasion, onTrial);
          keep(tried.asItIs, rule, occasion, inForce);
        }
      }
      if (tried.candidate.isFull) break;
    }
    return tried;
  },
});

/** As flags are kept. */
function keep<Evidence>(
  flags: WouldBeFlags,
  rule: RegisteredRule<Evidence>,
  { at, evidence, before, aboutOf, by = null, isOfSeveral = false }: PastOccasion<Evidence>,
  wanted: RulePolicy,
): void {
  const policy = isOfSeveral ? {} : wanted;
  const told = before === undefined ? [] : rule.run(before, policy);
  const worst = Math.max(0, ...told.map(({ level }) => level));
  for (const finding of rule.run(evidence, policy)) {
    const about = aboutOf(finding);
    const flag = about && flagOf(finding, about, by);
    if (!flag || flag.level <= worst) continue;
    const { subject, level } = flag;
    flags.add({ subject, level, source: about.source ?? '', at, unit: about.unit, facts: finding.evidence });
  }
}
