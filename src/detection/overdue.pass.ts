import { Injectable } from '@nestjs/common';
import type { Sql, Tx } from '../database/database.ts';
import type { FlagContext } from '../flags/flag-record.ts';
import { FlagsService } from '../flags/flags.service.ts';
import type { ComplaintEvidence, CoreEvidence, TransitEvidence } from '../flags/later-evidence.ts';
import { policiesOfMaker } from '../flags/maker-policies.query.ts';
import { findings, type RegisteredRule } from '../flags/rule.ts';
import { RULES } from '../flags/rules.ts';
import { complaintLate } from '../flags/rules/complaint-late.rule.ts';
import { coreOverdue } from '../flags/rules/core-overdue.rule.ts';
import { staleTransit } from '../flags/rules/stale-transit.rule.ts';
import { contextOf, seenAt } from './background-context.ts';
import {
  type KeptCore,
  keptCores,
  type LateComplaint,
  lateComplaints,
  type StaleShipment,
  staleShipments,
} from './overdue.query.ts';
import { MOST_IN_STEP, type Pass, type Progress, type Turn } from './pass.ts';

/** What may become overdue, and what the rules are asked about it. */
export interface Overdue<Thing, Evidence> {
  readonly rules: readonly RegisteredRule<Evidence>[];
  readonly evidenceOf: (thing: Thing, now: Date) => Evidence;
  readonly aboutOf: (thing: Thing) => FlagContext;
}

/** K09: nobody has received it. */
export const TRANSIT: Overdue<StaleShipment, TransitEvidence> = {
  rules: RULES.transit,
  evidenceOf: ({ shippedAt, reference, units }, now) => ({ now, shippedAt, reference, units }),
  aboutOf: ({ id, makerId, workshopId }) => contextOf({ makerId, workshopId, matter: `shipment:${id}`, source: id }),
};

/** Q05: the old part has not come back. */
export const CORES: Overdue<KeptCore, CoreEvidence> = {
  rules: RULES.core,
  evidenceOf: ({ removedAt, serial, partNumber }, now) => ({ now, removedAt, serial, partNumber }),
  aboutOf: ({ id, makerId, workshopId, partId }) =>
    contextOf({ makerId, workshopId, partId, matter: `core:${id}`, source: id }),
};

/** U04: the owner has had no answer. */
export const COMPLAINTS: Overdue<LateComplaint, ComplaintEvidence> = {
  rules: RULES.complaint,
  evidenceOf: ({ number, dueAt }, now) => ({ now, number, dueAt }),
  aboutOf: ({ number, makerId, workshopId, orderId }) =>
    contextOf({ makerId, workshopId, orderId, matter: `case:${number}`, source: number, caseNumber: number }),
};

/** What should have happened by now. Asked of the records as they stand, so nothing is missed however long nobody asked. */
@Injectable()
abstract class OverduePass<Thing, Evidence> implements Pass {
  abstract readonly name: string;
  abstract readonly everyMinutes: number;
  protected abstract readonly asked: Overdue<Thing, Evidence>;

  constructor(private readonly flags: FlagsService) {}

  protected abstract overdue(sql: Sql, now: Date): Promise<Thing[]>;

  async step(tx: Tx, { now }: Turn): Promise<Progress> {
    const { rules, evidenceOf, aboutOf } = this.asked;
    const things = await this.overdue(tx, now);
    let recorded = 0;
    for (const thing of things) {
      const context = aboutOf(thing);
      const found = findings(rules, evidenceOf(thing, now), await policiesOfMaker(tx, context.makerId));
      recorded += (await this.flags.record(tx, seenAt(now), found, context)).length;
    }
    // What a maker has switched off stays on the list: it must not be asked for again and again.
    return { doneUntil: now, isFinished: things.length < MOST_IN_STEP || recorded === 0 };
  }
}

@Injectable()
export class TransitPass extends OverduePass<StaleShipment, TransitEvidence> {
  readonly name = 'transit';
  readonly everyMinutes = 60;
  protected readonly asked = TRANSIT;

  protected overdue = (sql: Sql, now: Date) => staleShipments(sql, now, staleTransit.thresholds.warnDays);
}

@Injectable()
export class CoresPass extends OverduePass<KeptCore, CoreEvidence> {
  readonly name = 'cores';
  readonly everyMinutes = 60;
  protected readonly asked = CORES;

  protected overdue = (sql: Sql, now: Date) => keptCores(sql, now, coreOverdue.thresholds.warnDays);
}

@Injectable()
export class ComplaintsPass extends OverduePass<LateComplaint, ComplaintEvidence> {
  readonly name = 'complaints';
  readonly everyMinutes = 10;
  protected readonly asked = COMPLAINTS;

  protected overdue = (sql: Sql, now: Date) => lateComplaints(sql, now, complaintLate.thresholds.escalateDays);
}
