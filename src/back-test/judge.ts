import type { Sql } from '../database/database.ts';
import type { ScanEvidence } from '../flags/evidence.ts';
import { flagOf } from '../flags/flag-record.ts';
import type { Finding, RegisteredRule, RulePolicy } from '../flags/rule.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import { flagContext } from '../scans/scans.service.ts';
import type { Sighting } from '../verification/scan-evidence.ts';
import type { Seen, VerificationService } from '../verification/verification.service.ts';
import { WouldBeFlags } from './back-test.ts';
import { readsOf } from './what-rules-read.ts';
import { withholding } from './withholding.ts';

interface Trial {
  readonly rule: RegisteredRule<ScanEvidence>;
  /** On trial, beside the one in force. */
  readonly policy: RulePolicy;
  readonly makerId: OrganisationId;
}

/**
 * Judges past scans by one rule. Almost all of them are honest: so each is first asked for no more than the rule reads, and only
 * those of which the rule then says anything are looked at whole, as a scan is.
 */
export class Judge {
  readonly candidate = new WouldBeFlags();
  readonly asItIs = new WouldBeFlags();
  readonly tally = { scans: 0, unjudged: 0 };
  private readonly withhold: (evidence: ScanEvidence) => ScanEvidence;

  constructor(
    private readonly sql: Sql,
    private readonly verification: VerificationService,
    private readonly trial: Trial,
  ) {
    this.withhold = withholding(readsOf(trial.rule.id).asks);
  }

  /** What was found in another stretch of the past. */
  absorb({ candidate, asItIs, tally }: Judge): void {
    this.candidate.absorb(candidate);
    this.asItIs.absorb(asItIs);
    this.tally.scans += tally.scans;
    this.tally.unjudged += tally.unjudged;
  }

  async judge(sightings: readonly Sighting[]): Promise<void> {
    const looks = await this.verification.lookBack(this.sql, sightings, readsOf(this.trial.rule.id).asks);
    const worthALook = sightings.filter((_, place) => {
      const look = looks[place]!;
      if (look === null) this.tally.unjudged++;
      if (look === null || !this.isOurs(look)) return false;
      this.tally.scans++;
      const { onTrial, inForce } = this.found({ ...look, evidence: this.withhold(look.evidence) });
      return onTrial.length > 0 || inForce.length > 0;
    });
    if (worthALook.length > 0) await this.flag(worthALook);
  }

  private async flag(sightings: readonly Sighting[]): Promise<void> {
    const looks = await this.verification.lookBack(this.sql, sightings);
    for (const [place, sighting] of sightings.entries()) {
      const look = looks[place]!;
      const { onTrial, inForce } = this.found(look);
      keep(this.candidate, sighting, look, onTrial);
      keep(this.asItIs, sighting, look, inForce);
    }
  }

  private found({ evidence, records }: Seen): { readonly onTrial: Finding[]; readonly inForce: Finding[] } {
    const { rule, policy } = this.trial;
    return { onTrial: rule.run(evidence, policy), inForce: rule.run(evidence, records.policies[rule.id] ?? {}) };
  }

  /** A code that no unit of ours bears belongs to whoever's number it borrowed. */
  private isOurs({ evidence, records }: Seen): boolean {
    return (evidence.unit?.makerId ?? records.printedMaker?.makerId ?? null) === this.trial.makerId;
  }
}

/** As flags are kept: one for each subject, and of what nobody is told none. */
function keep(flags: WouldBeFlags, sighting: Sighting, look: Seen, found: readonly Finding[]): void {
  const { witness, scanId, scannedAt: at } = sighting;
  const by = witness.kind === 'staff' ? witness.organisationId : null;
  const context = flagContext(sighting, look, { isPrevented: true });
  for (const finding of found) {
    const flag = flagOf(finding, context, by);
    if (flag === null) continue;
    flags.add({ subject: flag.subject, level: flag.level, scanId, at, unit: context.unit, facts: finding.evidence });
  }
}
