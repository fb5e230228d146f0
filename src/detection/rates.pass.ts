import { Injectable } from '@nestjs/common';
import { calendarDateOf } from '../catalogue/calendar-date.ts';
import type { Sql, Tx } from '../database/database.ts';
import type { RateEvidence } from '../flags/later-evidence.ts';
import type { FlagContext } from '../flags/flag-record.ts';
import { FlagsService } from '../flags/flags.service.ts';
import { policiesOfMaker } from '../flags/maker-policies.query.ts';
import { findings, type RegisteredRule } from '../flags/rule.ts';
import { RULES } from '../flags/rules.ts';
import { contextOf, type Occasion, seenAt } from './background-context.ts';
import { DAYS_TO_ARRIVE, type Pass, type Progress, type Turn } from './pass.ts';
import {
  overrideRates,
  type PeerRate,
  type RateSpan,
  replacementRates,
  replacementRatesOfTechnicians,
} from './rates.query.ts';

const DAY = 86_400_000;
const SEASON = 90;

/**
 * R17 and I04: what a workshop does far more often than the others, and what one technician replaces. Told once a month as long as it lasts: a rate is no event,
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
    if (judgedFrom(until) > now) return { doneUntil, isFinished: true };
    for (const kind of RATES)
      for (const told of await ratesUntil(tx, kind, { until, judgedAt: now, makerId: null })) {
        const found = findings(kind.rules, told.evidence, await policiesOfMaker(tx, told.about.makerId));
        await this.flags.record(tx, { ...seenAt(now), at: told.at }, found, told.about);
      }
    return { doneUntil: until, isFinished: false };
  }
}

/** What is counted, over which spans, and who is asked about it. */
export interface RateKind {
  readonly rules: readonly RegisteredRule<RateEvidence>[];
  /** Days. The shortest comes last and so has the word: it tells best when it began. */
  readonly spans: readonly number[];
  readonly ratesOf: readonly (typeof replacementRates)[];
}
export const REPLACEMENTS: RateKind = {
  rules: RULES.rate,
  spans: [SEASON],
  ratesOf: [replacementRates, replacementRatesOfTechnicians],
};
/** A habit that began last week is thin in a season, and one of a season shows in no week. */
export const OVERRIDES: RateKind = { rules: RULES.overrides, spans: [SEASON, 30, 7], ratesOf: [overrideRates] };
const RATES = [REPLACEMENTS, OVERRIDES];

/** When a day's queues are in, and it is judged. */
export const judgedFrom = (until: Date): Date => new Date(until.getTime() + DAYS_TO_ARRIVE * DAY);

/** The rates as they stood when a day ended at `until`. */
export async function ratesUntil(
  sql: Sql,
  { spans, ratesOf }: RateKind,
  end: Omit<RateSpan, 'from'>,
): Promise<Occasion<RateEvidence>[]> {
  const at = new Date(end.until.getTime() - 1);
  const told: Occasion<RateEvidence>[] = [];
  for (const days of spans) {
    const from = new Date(end.until.getTime() - days * DAY);
    for (const rates of ratesOf)
      for (const rate of await rates(sql, { ...end, from }))
        told.push({ at, evidence: evidenceOf(rate, days), about: aboutOf(rate, at) });
  }
  return told;
}

const evidenceOf = (
  { technicianId, partNumber, times, of, peerTimes, peerOf, peers }: PeerRate,
  days: number,
): RateEvidence => ({
  partNumber,
  days,
  isOneTechnician: technicianId !== null,
  own: { times, of },
  peers: { times: peerTimes, of: peerOf, count: peers },
});

const aboutOf = ({ makerId, workshopId, technicianId, partId }: PeerRate, at: Date): FlagContext => {
  const who = technicianId === null ? workshopId : `technician:${technicianId}`;
  const source = calendarDateOf(at).slice(0, 7);
  return contextOf({ makerId, workshopId, partId, matter: `rate:${who}/${partId ?? ''}`, source });
};
