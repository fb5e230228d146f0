import { Injectable } from '@nestjs/common';
import { calendarDateOf } from '../catalogue/calendar-date.ts';
import type { Sql, Tx } from '../database/database.ts';
import type { RateEvidence } from '../flags/later-evidence.ts';
import { FlagsService } from '../flags/flags.service.ts';
import { policiesOfMaker } from '../flags/maker-policies.query.ts';
import { findings, type RegisteredRule } from '../flags/rule.ts';
import { RULES } from '../flags/rules.ts';
import { contextOf, seenAt } from './background-context.ts';
import type { Pass, Progress, Turn } from './pass.ts';
import { overrideRates, replacementRates, type WorkshopRate } from './rates.query.ts';

const DAYS = 90;
const DAY = 86_400_000;

/**
 * R17 and I04: what a workshop does far more often than the others, over a season. Told once a month as long as it lasts: a rate
 * is no event, and an analyst who has looked into it must not find it on the desk again tomorrow.
 */
@Injectable()
export class RatesPass implements Pass {
  readonly name = 'rates';
  readonly everyMinutes = 24 * 60;

  constructor(private readonly flags: FlagsService) {}

  async step(tx: Tx, { now }: Turn): Promise<Progress> {
    const from = new Date(now.getTime() - DAYS * DAY);
    await this.judge(tx, now, RULES.rate, await replacementRates(tx, from, now));
    await this.judge(tx, now, RULES.overrides, await overrideRates(tx, from, now));
    return { doneUntil: now, isFinished: true };
  }

  private async judge(
    sql: Sql,
    now: Date,
    rules: readonly RegisteredRule<RateEvidence>[],
    rates: readonly WorkshopRate[],
  ): Promise<void> {
    const month = calendarDateOf(now).slice(0, 7);
    for (const rate of rates) {
      const { makerId, workshopId, partId } = rate;
      const found = findings(rules, evidenceOf(rate), await policiesOfMaker(sql, makerId));
      const matter = `rate:${workshopId}/${partId ?? ''}`;
      await this.flags.record(
        sql,
        seenAt(now),
        found,
        contextOf({ makerId, workshopId, partId, matter, source: month }),
      );
    }
  }
}

const evidenceOf = ({ partNumber, times, of, peerTimes, peerOf, peers }: WorkshopRate): RateEvidence => ({
  partNumber,
  days: DAYS,
  own: { times, of },
  peers: { times: peerTimes, of: peerOf, workshops: peers },
});
