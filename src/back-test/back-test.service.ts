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
import type { Comparison, TriedFlag } from './back-test.ts';
import { backTestUnderWay, notKeptForBackTest } from './back-test.refusals.ts';
import { Judge } from './judge.ts';
import { flagsOfRule, unitsConfirmedOtherwise } from './known-outcomes.query.ts';
import { storedScans } from './stored-scans.query.ts';
import { readsOf } from './what-rules-read.ts';

/** The past is judged in so many stretches, the latest first. */
const STRETCHES = 12;
/** Nobody looks at a blank page for longer, and no proxy waits for one. */
const PATIENCE_SECONDS = 30;
const DAY = 86_400_000;

export interface BackTestWish {
  readonly makerId: OrganisationId;
  readonly rule: string;
  readonly policy: RulePolicy;
  readonly from: Date;
  /** Left out: now. */
  readonly to?: Date;
  /** Whoever waits for an answer gets that of the latest stretches that were done by then; left out: of all. */
  readonly patienceSeconds?: number;
}

/** How it came out. */
export interface BackTest extends Comparison {
  readonly rule: string;
  /** How far back it came. */
  readonly from: Date;
  readonly to: Date;
  /** Scans that the rule could have spoken of. */
  readonly scans: number;
  /** Scans of units that the register did not know then. */
  readonly unjudged: number;
  /** Of the units in `added`, those about which another rule was right. */
  readonly addedConfirmedOtherwise: number;
  /** Flags of `before` that the policy in force finds again: how far the test can be trusted. */
  readonly reproduced: number;
  /** False: time or memory ended before the period did. */
  readonly isComplete: boolean;
  readonly flags: readonly TriedFlag[];
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
  async run(wish: BackTestWish): Promise<BackTest> {
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

  /** Of so many days until now, for somebody who waits for the answer. */
  ofLastDays(days: number, wish: Pick<BackTestWish, 'makerId' | 'rule' | 'policy'>): Promise<BackTest> {
    const from = new Date(this.clock.now().getTime() - days * DAY);
    return this.run({ ...wish, from, patienceSeconds: PATIENCE_SECONDS });
  }

  private async judgePast(rule: RegisteredRule<ScanEvidence>, wish: BackTestWish): Promise<BackTest> {
    const { makerId, patienceSeconds = Infinity, to = this.clock.now() } = wish;
    const endsAt = performance.now() + patienceSeconds * 1000;
    const judge = new Judge(this.database, this.verification, { ...wish, rule });
    let from = to;
    for (const stretch of stretchesOf(wish.from, to)) {
      if (judge.candidate.isFull || performance.now() > endsAt) break;
      judge.absorb(await this.judgeStretch(rule, wish, stretch));
      from = stretch.from;
    }
    const before = await flagsOfRule(this.database, rule.id, makerId, { from, to });
    const units = judge.candidate.newTo(before).flatMap(({ unit }) => (unit === null ? [] : [unit.id]));
    return {
      rule: rule.id,
      from,
      to,
      ...judge.tally,
      ...judge.candidate.compareWith(before),
      addedConfirmedOtherwise: await unitsConfirmedOtherwise(this.database, rule.id, units),
      reproduced: before.length - sumOf(judge.asItIs.compareWith(before).lost),
      isComplete: !judge.candidate.isFull && from <= wish.from,
      flags: judge.candidate.list(before),
    };
  }

  /** One connection to read by and two to look back on: the traffic keeps the others. */
  private judgeStretch(rule: RegisteredRule<ScanEvidence>, wish: BackTestWish, stretch: Stretch): Promise<Judge> {
    return this.database.transaction(async (tx) => {
      const judge = new Judge(this.database, this.verification, { ...wish, rule });
      const wanted = { ...stretch, makerId: wish.makerId, candidates: readsOf(rule.id).scans };
      for await (const sightings of storedScans(tx, wanted)) {
        const middle = Math.ceil(sightings.length / 2);
        await Promise.all([judge.judge(sightings.slice(0, middle)), judge.judge(sightings.slice(middle))]);
        if (judge.candidate.isFull) break;
      }
      return judge;
    });
  }
}

/** After `from` until `to`. */
interface Stretch {
  readonly from: Date;
  readonly to: Date;
}

function stretchesOf(from: Date, to: Date): Stretch[] {
  const length = (to.getTime() - from.getTime()) / STRETCHES;
  const bounds = Array.from({ length: STRETCHES }, (_, place) => new Date(to.getTime() - place * length));
  return bounds.map((end, place) => ({ from: bounds[place + 1] ?? from, to: end }));
}

const sumOf = ({ confirmed, dismissed, unknown }: Comparison['lost']): number => confirmed + dismissed + unknown;

/** What other rules were asked about is not kept whole. */
export const isTriable = (rule: string): boolean => RULES.scan.some(({ id }) => id === rule);

function ruleAtScan(id: string): RegisteredRule<ScanEvidence> {
  if (!ALL_RULES.some((rule) => rule.id === id)) throw new RuleUnknown();
  const rule = RULES.scan.find((each) => each.id === id);
  if (!rule) throw notKeptForBackTest(id);
  return rule;
}
