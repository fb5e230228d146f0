import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.ts';
import { RuleUnknown } from '../flags/flags.refusals.ts';
import { refuseThresholds } from '../flags/policies.service.ts';
import type { RulePolicy } from '../flags/rule.ts';
import { ALL_RULES, RULES } from '../flags/rules.ts';
import { Clock } from '../kernel/clock.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Words } from '../kernel/words.ts';
import { VerificationService } from '../verification/verification.service.ts';
import type { Comparison, TriedFlag } from './back-test.ts';
import { backTestUnderWay, notKeptForBackTest } from './back-test.refusals.ts';
import { pastAtScans } from './judge.ts';
import { flagsOfRule, unitsConfirmedOtherwise } from './known-outcomes.query.ts';
import { PAST_OF_PASSES } from './pass-occasions.ts';
import { PAST_OF_STEPS } from './step-occasions.ts';
import { type Past, type Stretch, Tried } from './tried.ts';

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

/** One for each moment at which a rule is asked. */
type Pasts = readonly [Past, ...Past[]];

/** How it came out. */
export interface BackTest extends Comparison {
  readonly rule: string;
  /** How far back it came. */
  readonly from: Date;
  readonly to: Date;
  /** Scans, or whatever else the rule is asked about, that it could have spoken of. */
  readonly scans: number;
  /** Scans of units that the register did not know then, and fittings whose line has left its order. */
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
 * What a rule would have said about the past if its policy had been another one, beside what people have found out since. Each scan is
 * judged again by the records of its own time, as late scans are, and so is whatever a pass in the background looks at; nothing is written.
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
    const pasts = this.pastsOf(wish.rule);
    refuseThresholds(wish.policy.thresholds ?? {}, pasts[0]);
    if (this.isUnderWay) throw backTestUnderWay();
    this.isUnderWay = true;
    try {
      return await this.judgePast(pasts, wish);
    } finally {
      this.isUnderWay = false;
    }
  }

  /** Of so many days until now, for somebody who waits for the answer. */
  ofLastDays(days: number, wish: Pick<BackTestWish, 'makerId' | 'rule' | 'policy'>): Promise<BackTest> {
    const from = new Date(this.clock.now().getTime() - days * DAY);
    return this.run({ ...wish, from, patienceSeconds: PATIENCE_SECONDS });
  }

  private async judgePast(pasts: Pasts, wish: BackTestWish): Promise<BackTest> {
    const now = this.clock.now();
    const { makerId, policy, patienceSeconds = Infinity, to = now } = wish;
    const endsAt = performance.now() + patienceSeconds * 1000;
    const tried = new Tried();
    let from = to;
    for (const stretch of stretchesOf(wish.from, to)) {
      if (tried.candidate.isFull || performance.now() > endsAt) break;
      tried.absorb(await this.judgeStretch(pasts, { ...stretch, makerId, now }, policy));
      from = stretch.from;
    }
    const before = await flagsOfRule(this.database, pasts[0].id, makerId, { from, to });
    const units = tried.candidate.newTo(before).flatMap(({ unit }) => (unit === null ? [] : [unit.id]));
    return {
      rule: pasts[0].id,
      from,
      to,
      ...tried.tally,
      ...tried.candidate.compareWith(before),
      addedConfirmedOtherwise: await unitsConfirmedOtherwise(this.database, pasts[0].id, units),
      reproduced: before.length - sumOf(tried.asItIs.compareWith(before).lost),
      isComplete: !tried.candidate.isFull && from <= wish.from,
      flags: tried.candidate.list(before),
    };
  }

  private judgeStretch(pasts: Pasts, stretch: Stretch, policy: RulePolicy): Promise<Tried> {
    return this.database.transaction(async (tx) => {
      await tx.run('SET TRANSACTION READ ONLY');
      const tried = new Tried();
      for (const past of pasts) tried.absorb(await past.judge(tx, stretch, policy));
      return tried;
    });
  }

  private pastsOf(id: string): Pasts {
    if (!ALL_RULES.some((rule) => rule.id === id)) throw new RuleUnknown();
    const atScan = RULES.scan.find((rule) => rule.id === id);
    if (atScan) return [pastAtScans(this.database, this.verification, atScan)];
    const [past, ...more] = PASTS.filter((each) => each.id === id);
    if (!past) throw untriable(id);
    return [past, ...more];
  }
}

function stretchesOf(from: Date, to: Date): Pick<Stretch, 'from' | 'to'>[] {
  const length = (to.getTime() - from.getTime()) / STRETCHES;
  const bounds = Array.from({ length: STRETCHES }, (_, place) => new Date(to.getTime() - place * length));
  return bounds.map((end, place) => ({ from: bounds[place + 1] ?? from, to: end }));
}

const sumOf = ({ confirmed, dismissed, unknown }: Comparison['lost']): number => confirmed + dismissed + unknown;

const PASTS = [...PAST_OF_PASSES, ...PAST_OF_STEPS];

const isTriable = (rule: string): boolean => [...RULES.scan, ...PASTS].some(({ id }) => id === rule);

const untriable = (rule: string): Refusal =>
  notKeptForBackTest(rule, { isOfSources: RULES.source.some(({ id }) => id === rule) });

/** Null of a rule that can be tried. */
export const whyUntriable = (rule: string): Words | null => (isTriable(rule) ? null : untriable(rule).words);
