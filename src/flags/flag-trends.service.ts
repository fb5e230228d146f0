import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.ts';
import { Database } from '../database/database.ts';
import { flagsByRuleAndWeek, flagsByWorkshop, type RuleWeek, type WorkshopTally } from './flag-trends.query.ts';

/** What a maker's analyst would rather look at than count. Of other makers' parts they see nothing. */
@Injectable()
export class FlagTrendsService {
  constructor(private readonly database: Database) {}

  byRule(actor: Actor, since: Date): Promise<RuleWeek[]> {
    return flagsByRuleAndWeek(this.database, actor.organisation.id, since);
  }

  byWorkshop(actor: Actor, since: Date): Promise<WorkshopTally[]> {
    return flagsByWorkshop(this.database, actor.organisation.id, since);
  }
}
