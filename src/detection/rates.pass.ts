import { Injectable } from '@nestjs/common';
import { calendarDateOf } from '../catalogue/calendar-date.ts';
import type { Sql, Tx } from '../database/database.ts';
import type { RateEvidence } from '../flags/later-evidence.ts';
import { FlagsService } from '../flags/flags.service.ts';
import { policiesOfMaker } from '../flags/maker-policies.query.ts';
import { findings, type RegisteredRule } from '../flags/rule.ts';
import { RULES } from '../flags/rules.ts';
import { contextOf, seenAt } from './background-context.ts';
import { DAYS_TO_ARRIVE, type Pass, type Progress, type Turn } from './pass.ts';
import { overrideRates, replacementRates, type WorkshopRate } from './rates.query.ts';

const DAY = 86_400_000;
const SEASON = 90;
/** A habit that began last week is thin in a season, and one of a season shows in no week. */
const OVERRIDE_SPANS = [7, 30, SEASON] as const;

/**
 * R17 and I04: what a workshop does far more often than the others. Told once a month as long as it lasts: a rate is no event,
 * and an analyst who has looked into it must not find it on the desk again tomorrow.
 *
 * Each day is judged once its queues are in, by what had happened by its end: however late it was told or the server came back.
 */
@Injectable()
export class RatesPass implements Pass {
  readonly name = 'rates';
  readonly everyMinutes = 60;

  constructor(private readonly flags: FlagsService) {}

  async step(tx: Tx, { doneUntil, now }: Turn): Promise<Progress> {
    const until = new Date((Math.floor(doneUntil.getTime() / DAY) + 1) * DAY);
    if (until.getTime() + DAYS_TO_ARRIVE * DAY > now.getTime()) return { doneUntil, isFinished: true };
    await this.judge(tx, { until, now }, SEASON, RULES.rate, replacementRates);
    // The shortest comes last and so has the word: it tells best when it began.
    for (const days of OVERRIDE_SPANS.toReversed())
      await this.judge(tx, { until, now }, days, RULES.overrides, overrideRates);
    return { doneUntil: until, isFinished: false };
  }

  private async judge(
    sql: Sql,
    { until, now }: { readonly until: Date; readonly now: Date },
    days: number,
    rules: readonly RegisteredRule<RateEvidence>[],
    ratesOf: typeof replacementRates,
  ): Promise<void> {
    const from = new Date(until.getTime() - days * DAY);
    const at = new Date(until.getTime() - 1);
    for (const rate of await ratesOf(sql, from, until)) {
      const { makerId, workshopId, partId } = rate;
      const found = findings(rules, evidenceOf(rate, days), await policiesOfMaker(sql, makerId));
      const matter = `rate:${workshopId}/${partId ?? ''}`;
      const context = contextOf({ makerId, workshopId, partId, matter, source: calendarDateOf(at).slice(0, 7) });
      await this.flags.record(sql, { ...seenAt(now), at }, found, context);
    }
  }
}

const evidenceOf = ({ partNumber, times, of, peerTimes, peerOf, peers }: WorkshopRate, days: number): RateEvidence => ({
  partNumber,
  days,
  own: { times, of },
  peers: { times: peerTimes, of: peerOf, workshops: peers },
});
