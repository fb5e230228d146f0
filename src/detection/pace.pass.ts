import { Injectable } from '@nestjs/common';
import type { Sql, Tx } from '../database/database.ts';
import type { PaceEvidence } from '../flags/later-evidence.ts';
import { FlagsService } from '../flags/flags.service.ts';
import { policiesOfMaker } from '../flags/maker-policies.query.ts';
import { findings, type Policies } from '../flags/rule.ts';
import { RULES } from '../flags/rules.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import { contextOf, type Occasion, seenAt } from './background-context.ts';
import { daysWork, type DaysWork, paceStepEnd, workDays } from './pace.query.ts';
import { type Pass, type Progress, type Turn, withOverlap } from './pass.ts';

/** How often it comes by. */
export const PACE_MINUTES = 5;

/** B09 and R18: how fast one person worked. The whole day is judged again whenever a fitting of it is told. */
@Injectable()
export class PacePass implements Pass {
  readonly name = 'pace';
  readonly everyMinutes = PACE_MINUTES;

  constructor(private readonly flags: FlagsService) {}

  async step(tx: Tx, turn: Turn): Promise<Progress> {
    const until = await paceStepEnd(tx, turn.doneUntil, turn.now);
    const policies = new Map<OrganisationId | null, Policies>();
    for (const day of await daysWork(tx, await workDays(tx, withOverlap(turn), until), () => turn.now)) {
      const { makerId } = day;
      if (!policies.has(makerId)) policies.set(makerId, await policiesOfMaker(tx, makerId));
      await this.judge(tx, day, { now: turn.now, policies: policies.get(makerId)! });
    }
    return { doneUntil: until, isFinished: until >= turn.now };
  }

  private async judge(
    sql: Sql,
    day: DaysWork,
    { now, policies }: { readonly now: Date; readonly policies: Policies },
  ): Promise<void> {
    const { at, evidence, about } = paceOf(day, now);
    await this.flags.record(sql, { ...seenAt(now), at }, findings(RULES.pace, evidence, policies), about);
  }
}

export function paceOf(
  { makerId, workshopId, technicianId, day, fittings }: DaysWork,
  now: Date,
): Occasion<PaceEvidence> {
  const matter = `technician:${technicianId}/${day}`;
  const about = contextOf({ makerId, workshopId, matter, source: day });
  return { at: fittings.at(-1)?.at ?? now, evidence: { fittings }, about };
}
