import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.ts';
import type { ScanEvidence } from '../flags/evidence.ts';
import { flagOf } from '../flags/flag-record.ts';
import { RuleUnknown } from '../flags/flags.refusals.ts';
import { refuseUnknownThresholds } from '../flags/policies.service.ts';
import type { Finding, RegisteredRule, RulePolicy } from '../flags/rule.ts';
import { ALL_RULES, RULES } from '../flags/rules.ts';
import { Clock } from '../kernel/clock.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import { flagContext } from '../scans/scans.service.ts';
import type { Sighting } from '../verification/scan-evidence.ts';
import { type Look, VerificationService } from '../verification/verification.service.ts';
import { type Comparison, WouldBeFlags } from './back-test.ts';
import type { BackTestDto } from './back-test.dto.ts';
import { backTestUnderWay, notKeptForBackTest } from './back-test.refusals.ts';
import { CANDIDATES } from './candidate-scans.ts';
import { flagsOfRule, unitsConfirmedOtherwise } from './known-outcomes.query.ts';
import { storedScans } from './stored-scans.query.ts';

const DAY = 86_400_000;
/** So many are shown of those that would be new. */
const SHOWN = 50;

export interface BackTestWish {
  readonly makerId: OrganisationId;
  readonly rule: string;
  readonly policy: RulePolicy;
  readonly days: number;
}

/**
 * What a rule would have said about past scans if its policy had been another one, beside what people have found out since. Each scan is
 * judged again by the records of its own time, as late scans are; nothing is written. It stands beside the traffic on one connection of its own.
 */
@Injectable()
export class BackTestService {
  private isUnderWay = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly verification: VerificationService,
  ) {}

  /** @throws Refusal RULE_NOT_FOUND, INVALID_INPUT, BACK_TEST_NOT_POSSIBLE, BACK_TEST_UNDER_WAY */
  async run(wish: BackTestWish): Promise<BackTestDto> {
    const rule = ruleAtScan(wish.rule);
    refuseUnknownThresholds(wish.policy.thresholds ?? {}, Object.keys(rule.thresholds));
    if (this.isUnderWay) throw backTestUnderWay();
    this.isUnderWay = true;
    try {
      return await this.judgePast(rule, wish);
    } finally {
      this.isUnderWay = false;
    }
  }

  private async judgePast(rule: RegisteredRule<ScanEvidence>, { makerId, policy, days }: BackTestWish) {
    const to = this.clock.now();
    const from = new Date(to.getTime() - days * DAY);
    const [candidate, asItIs] = [new WouldBeFlags(), new WouldBeFlags()];
    const tally = { scans: 0, unjudged: 0 };
    await this.database.transaction(async (tx) => {
      const wanted = { makerId, from, to, candidates: CANDIDATES[rule.id] ?? 'true' };
      for await (const sightings of storedScans(tx, wanted)) {
        const looks = await Promise.all(
          sightings.map((sighting) => this.verification.lookBack(this.database, sighting)),
        );
        looks.forEach((look, place) => {
          if (look === null) tally.unjudged++;
          if (look === null || !isOf(look, makerId)) return;
          tally.scans++;
          const sighting = sightings[place]!;
          keep(candidate, sighting, look, rule.run(look.evidence, policy));
          keep(asItIs, sighting, look, rule.run(look.evidence, look.records.policies[rule.id] ?? {}));
        });
        if (candidate.isFull) break;
      }
    });
    const before = await flagsOfRule(this.database, rule.id, makerId, { from, to });
    return { rule: rule.id, from, to, ...tally, ...(await this.compare(rule.id, candidate, asItIs, before)) };
  }

  private async compare(
    rule: string,
    candidate: WouldBeFlags,
    asItIs: WouldBeFlags,
    before: Awaited<ReturnType<typeof flagsOfRule>>,
  ) {
    const added = candidate.newTo(before);
    const units = added.flatMap(({ unit }) => (unit === null ? [] : [unit.id]));
    const comparison: Comparison = candidate.compareWith(before);
    return {
      ...comparison,
      addedConfirmedOtherwise: await unitsConfirmedOtherwise(this.database, rule, units),
      reproduced: before.length - sumOf(asItIs.compareWith(before).lost),
      isComplete: !candidate.isFull,
      examples: added.slice(0, SHOWN).map(({ scanId, level, unit, facts }) => ({
        scanId,
        level,
        unit: unit && { gtin: unit.gtin, serial: unit.serial },
        facts,
      })),
    };
  }
}

const sumOf = ({ confirmed, dismissed, unknown }: Comparison['lost']): number => confirmed + dismissed + unknown;

function ruleAtScan(id: string): RegisteredRule<ScanEvidence> {
  if (!ALL_RULES.some((rule) => rule.id === id)) throw new RuleUnknown();
  const rule = RULES.scan.find((each) => each.id === id);
  if (!rule) throw notKeptForBackTest(id);
  return rule;
}

/** A code that no unit of ours bears belongs to whoever's number it borrowed. */
const isOf = ({ evidence, records }: Look, makerId: OrganisationId): boolean =>
  (evidence.unit?.makerId ?? records.printedMaker?.makerId ?? null) === makerId;

/** As flags are kept: one for each subject, and of what nobody is told none. */
function keep(flags: WouldBeFlags, sighting: Sighting, look: Look, found: readonly Finding[]): void {
  const { witness, scanId } = sighting;
  const by = witness.kind === 'staff' ? witness.organisationId : null;
  const context = flagContext(sighting, look, { isPrevented: true });
  for (const finding of found) {
    const flag = flagOf(finding, context, by);
    if (flag === null) continue;
    flags.add({ subject: flag.subject, level: flag.level, scanId, unit: context.unit, facts: finding.evidence });
  }
}
