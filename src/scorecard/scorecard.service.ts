import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.ts';
import { Database } from '../database/database.ts';
import { satisfactionOfMany } from '../feedback/satisfaction.ts';
import { ALL_RULES } from '../flags/rules.ts';
import { Metrics } from '../http/metrics.ts';
import { Clock } from '../kernel/clock.ts';
import {
  disputeScore,
  LEAST_HOUSES,
  publicDisputeScore,
  publicReadScores,
  publicRuleScores,
  readScores,
  ruleScores,
} from './scorecard.ts';
import type { LatencyDto, PublicScorecardDto, ScannerPageDto, ScorecardDto } from './scorecard.dto.ts';
import {
  disputes,
  openFlags,
  readsByDevice,
  readsByEntryMode,
  resolvedFlags,
  satisfactionSums,
  type Scope,
} from './scorecard.query.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;
const PUBLIC_DAYS = 90;
/** Anybody may ask, so it is not counted anew for everybody. */
const PUBLIC_KEPT = 10 * MINUTE;
const MOST_SCANNERS = 200;

/** How well detection works, in figures: for a maker of its own flags, for everybody of all together. */
@Injectable()
export class ScorecardService {
  private kept: { readonly until: number; readonly scorecard: Promise<PublicScorecardDto> } | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  async ofMaker(actor: Actor, days: number): Promise<ScorecardDto> {
    const scope = { makerId: actor.organisation.id, ...this.period(days) };
    const { satisfaction, disputes, reads, ...figures } = await this.figures(scope);
    return {
      ...figures,
      satisfactionPercent: satisfactionOfMany(satisfaction, satisfaction.answers),
      disputes: disputeScore(disputes),
      reads: readScores(reads),
      rules: await this.rules(scope),
    };
  }

  /** Of everybody together, without a name; ten minutes old at the most. */
  ofEverybody(): Promise<PublicScorecardDto> {
    const now = this.clock.now().getTime();
    if (this.kept === undefined || this.kept.until <= now) {
      const scorecard = this.count();
      this.kept = { until: now + PUBLIC_KEPT, scorecard };
      scorecard.catch(() => (this.kept = undefined));
    }
    return this.kept.scorecard;
  }

  /** Scanners of the own house, and of a maker's warehouses. */
  async scanners(actor: Actor, days: number): Promise<ScannerPageDto> {
    const rows = await readsByDevice(this.database, actor.organisation.id, this.period(days), MOST_SCANNERS);
    return { items: rows.map((row) => ({ ...row, unreadRate: row.unread / row.scans })), next: null };
  }

  private async count(): Promise<PublicScorecardDto> {
    const scope = { makerId: null, ...this.period(PUBLIC_DAYS) };
    const { satisfaction, disputes, reads, ...figures } = await this.figures(scope);
    const isOfMany = satisfaction.houses >= LEAST_HOUSES;
    return {
      ...figures,
      satisfactionPercent: isOfMany ? satisfactionOfMany(satisfaction, satisfaction.answers) : null,
      disputes: publicDisputeScore(disputes),
      reads: publicReadScores(reads),
      rules: publicRuleScores(await this.rules(scope)),
    };
  }

  private async figures(scope: Scope) {
    const { from, to } = scope;
    return {
      from,
      to,
      verdictLatency: await this.latency(),
      disputes: await disputes(this.database, scope),
      satisfaction: await satisfactionSums(this.database, scope),
      reads: await readsByEntryMode(this.database, scope),
    };
  }

  private async rules(scope: Scope) {
    return ruleScores(ALL_RULES, await resolvedFlags(this.database, scope), await openFlags(this.database, scope));
  }

  private async latency(): Promise<LatencyDto> {
    const { count, quantile } = await this.metrics.verdictTimes();
    return { scans: count, medianSeconds: quantile(0.5), p95Seconds: quantile(0.95) };
  }

  private period(days: number): { from: Date; to: Date } {
    const to = this.clock.now();
    return { from: new Date(to.getTime() - days * DAY), to: new Date(to.getTime() + 1) };
  }
}
