import { Injectable } from '@nestjs/common';
import type { Sql, Tx } from '../database/database.ts';
import { FlagsService } from '../flags/flags.service.ts';
import { policiesOfMaker } from '../flags/maker-policies.query.ts';
import { findings } from '../flags/rule.ts';
import { RULES } from '../flags/rules.ts';
import { contextOf, seenAt } from './background-context.ts';
import { daysWork, paceStepEnd, workDays, type WorkDay } from './pace.query.ts';
import { type Pass, type Progress, type Turn, withOverlap } from './pass.ts';

/** B09 and R18: how fast one person worked. The whole day is judged again whenever a fitting of it is told. */
@Injectable()
export class PacePass implements Pass {
  readonly name = 'pace';
  readonly everyMinutes = 5;

  constructor(private readonly flags: FlagsService) {}

  async step(tx: Tx, turn: Turn): Promise<Progress> {
    const until = await paceStepEnd(tx, turn.doneUntil, turn.now);
    for (const day of await workDays(tx, withOverlap(turn), until)) await this.judge(tx, day, turn.now);
    return { doneUntil: until, isFinished: until >= turn.now };
  }

  private async judge(sql: Sql, workDay: WorkDay, now: Date): Promise<void> {
    const { makerId, fittings } = await daysWork(sql, workDay);
    const found = findings(RULES.pace, { fittings }, await policiesOfMaker(sql, makerId));
    if (found.length === 0) return;
    const matter = `technician:${workDay.technicianId}/${workDay.day}`;
    const at = fittings[0]?.at ?? now;
    const context = contextOf({ makerId, workshopId: workDay.workshopId, matter, source: workDay.day });
    await this.flags.record(sql, { ...seenAt(now), at }, found, context);
  }
}
