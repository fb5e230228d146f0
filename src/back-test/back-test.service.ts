import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.ts';
import type { ScanEvidence } from '../flags/evidence.ts';
import { RuleUnknown } from '../flags/flags.refusals.ts';
import { refuseUnknownThresholds } from '../flags/policies.service.ts';
import type { RegisteredRule, RulePolicy } from '../flags/rule.ts';
import { ALL_RULES, RULES } from '../flags/rules.ts';
import { Clock } from '../kernel/clock.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import { VerificationService } from '../verification/verification.service.ts';
import type { Comparison } from './back-test.ts';
import type { BackTestDto } from './back-test.dto.ts';
import { backTestUnderWay, notKeptForBackTest } from './back-test.refusals.ts';
import { Judge } from './judge.ts';
import { flagsOfRule, unitsConfirmedOtherwise } from './known-outcomes.query.ts';
import { storedScans } from './stored-scans.query.ts';
import { readsOf } from './what-rules-read.ts';

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
 * judged again by the records of its own time, as late scans are; nothing is written.
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
    // One connection to read by and two to look back on: the traffic keeps the others.
    const judge = await this.database.transaction(async (tx) => {
      const judge = new Judge(this.database, this.verification, { rule, policy, makerId });
      const wanted = { makerId, from, to, candidates: readsOf(rule.id).scans };
      for await (const sightings of storedScans(tx, wanted)) {
        const middle = Math.ceil(sightings.length / 2);
        await Promise.all([judge.judge(sightings.slice(0, middle)), judge.judge(sightings.slice(middle))]);
        if (judge.candidate.isFull) break;
      }
      return judge;
    });
    const before = await flagsOfRule(this.database, rule.id, makerId, { from, to });
    return { rule: rule.id, from, to, ...judge.tally, ...(await this.compare(rule.id, judge, before)) };
  }

  private async compare(rule: string, { candidate, asItIs }: Judge, before: Awaited<ReturnType<typeof flagsOfRule>>) {
    const added = candidate.newTo(before);
    const units = added.flatMap(({ unit }) => (unit === null ? [] : [unit.id]));
    const comparison: Comparison = candidate.compareWith(before);
    return {
      ...comparison,
      addedConfirmedOtherwise: await unitsConfirmedOtherwise(this.database, rule, units),
      reproduced: before.length - sumOf(asItIs.compareWith(before).lost),
      isComplete: !candidate.isFull,
      examples: added.slice(0, SHOWN).map(({ scanId, at, level, unit, facts }) => ({
        scanId,
        at,
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
