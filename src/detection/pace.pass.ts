import { Injectable } from '@nestjs/common';
import type { Sql, Tx } from '../database/database.ts';
import { FlagsService } from '../flags/flags.service.ts';
import { policiesOfMaker } from '../flags/maker-policies.query.ts';
import { findings, type Policies } from '../flags/rule.ts';
import { RULES } from '../flags/rules.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import { contextOf, seenAt } from './background-context.ts';
import { daysWork, type DaysWork, paceStepEnd, workDays } from './pace.query.ts';
import { type Pass, type Progress, type Turn, withOverlap } from './pass.ts';

/** B09 and R18: how fast one person worked. The whole day is judged again whenever a fitting of it is told. */
@Injectable()
export class PacePass implements Pass {
  readonly name = 'pace';
  readonly everyMinutes = 5;

  constructor(private readonly flags: FlagsService) {}

  async step(tx: Tx, turn: Turn): Promise<Progress> {
    const until = await paceStepEnd(tx, turn.doneUntil, turn.now);
    const policies = new Map<OrganisationId | null, Policies>();
    for (const day of await daysWork(tx, await workDays(tx, withOverlap(turn), until))) {
      const { makerId } = day;
      if (!policies.has(makerId)) policies.set(makerId, await policiesOfMaker(tx, makerId));
      await this.judge(tx, day, { now: turn.now, policies: policies.get(makerId)! });
    }
    return { doneUntil: until, isFinished: until >= turn.now };
  }

  private async judge(
    sql: Sql,
    { makerId, workshopId, technicianId, day, fittings }: DaysWork,
    { now, policies }: { readonly now: Date; readonly policies: Policies },
  ): Promise<void> {
    const found = findings(RULES.pace, { fittings }, policies);
    if (found.length === 0) return;
    const matter = `technician:${technicianId}/${day}`;
    const at = fittings.at(-1)?.at ?? now;
    const context = contextOf({ makerId, workshopId, matter, source: day });
    await this.flags.record(sql, { ...seenAt(now), at }, found, context);
  }
}
