import type { Database, Sql, Tx } from '../database/database.ts';
import type { ScanEvidence } from '../flags/evidence.ts';
import { flagOf } from '../flags/flag-record.ts';
import type { Finding, RegisteredRule, RulePolicy } from '../flags/rule.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import { flagContext } from '../scans/scans.service.ts';
import type { Sighting } from '../verification/scan-evidence.ts';
import type { Seen, VerificationService } from '../verification/verification.service.ts';
import type { WouldBeFlags } from './back-test.ts';
import { storedScans } from './stored-scans.query.ts';
import { type Past, Tried } from './tried.ts';
import { readsOf } from './what-rules-read.ts';
import { withholding } from './withholding.ts';

interface Trial {
  readonly rule: RegisteredRule<ScanEvidence>;
  /** On trial, beside the one in force. */
  readonly policy: RulePolicy;
  readonly makerId: OrganisationId;
}

/** One connection to read by and two to look back on: the traffic keeps the others. */
export const pastAtScans = (
  database: Database,
  verification: VerificationService,
  rule: RegisteredRule<ScanEvidence>,
): Past => ({
  ...rule,
  async judge(tx: Tx, stretch, policy) {
    const judge = new Judge(database, verification, { rule, policy, makerId: stretch.makerId });
    for await (const sightings of storedScans(tx, { ...stretch, candidates: readsOf(rule.id).scans })) {
      const middle = Math.ceil(sightings.length / 2);
      await Promise.all([judge.judge(sightings.slice(0, middle)), judge.judge(sightings.slice(middle))]);
      if (judge.tried.candidate.isFull) break;
    }
    return judge.tried;
  },
});

/**
 * Judges past scans by one rule. Almost all of them are honest: so each is first asked for no more than the rule reads, and only
 * those of which the rule then says anything are looked at whole, as a scan is.
 */
class Judge {
  readonly tried = new Tried();
  private readonly withhold: (evidence: ScanEvidence) => ScanEvidence;

  constructor(
    private readonly sql: Sql,
    private readonly verification: VerificationService,
    private readonly trial: Trial,
  ) {
    this.withhold = withholding(readsOf(trial.rule.id).asks);
  }

  async judge(sightings: readonly Sighting[]): Promise<void> {
    const looks = await this.verification.lookBack(this.sql, sightings, readsOf(this.trial.rule.id).asks);
    const worthALook = sightings.filter((_, place) => {
      const look = looks[place]!;
      if (look === null) this.tried.tally.unjudged++;
      if (look === null || !this.isOurs(look)) return false;
      this.tried.tally.scans++;
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
      keep(this.tried.candidate, sighting, look, onTrial);
      keep(this.tried.asItIs, sighting, look, inForce);
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
    flags.add({
      subject: flag.subject,
      level: flag.level,
      source: scanId,
      at,
      unit: context.unit,
      facts: finding.evidence,
    });
  }
}
