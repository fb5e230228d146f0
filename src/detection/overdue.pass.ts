import { Injectable } from '@nestjs/common';
import type { Sql, Tx } from '../database/database.ts';
import type { FlagContext } from '../flags/flag-record.ts';
import { FlagsService } from '../flags/flags.service.ts';
import { policiesOfMaker } from '../flags/maker-policies.query.ts';
import { findings, type RegisteredRule } from '../flags/rule.ts';
import { RULES } from '../flags/rules.ts';
import { complaintLate } from '../flags/rules/complaint-late.rule.ts';
import { coreOverdue } from '../flags/rules/core-overdue.rule.ts';
import { staleTransit } from '../flags/rules/stale-transit.rule.ts';
import { contextOf, seenAt } from './background-context.ts';
import { keptCores, lateComplaints, staleShipments } from './overdue.query.ts';
import { MOST_IN_STEP, type Pass, type Progress, type Turn } from './pass.ts';

/** What should have happened by now. Asked of the records as they stand, so nothing is missed however long nobody asked. */
@Injectable()
abstract class OverduePass<Thing, Evidence> implements Pass {
  abstract readonly name: string;
  abstract readonly everyMinutes: number;
  protected abstract readonly rules: readonly RegisteredRule<Evidence>[];

  constructor(private readonly flags: FlagsService) {}

  protected abstract overdue(sql: Sql, now: Date): Promise<Thing[]>;
  protected abstract evidenceOf(thing: Thing, now: Date): Evidence;
  protected abstract aboutOf(thing: Thing): FlagContext;

  async step(tx: Tx, { now }: Turn): Promise<Progress> {
    const things = await this.overdue(tx, now);
    let recorded = 0;
    for (const thing of things) {
      const context = this.aboutOf(thing);
      const found = findings(this.rules, this.evidenceOf(thing, now), await policiesOfMaker(tx, context.makerId));
      recorded += (await this.flags.record(tx, seenAt(now), found, context)).length;
    }
    // What a maker has switched off stays on the list: it must not be asked for again and again.
    return { doneUntil: now, isFinished: things.length < MOST_IN_STEP || recorded === 0 };
  }
}

type Shipment = Awaited<ReturnType<typeof staleShipments>>[number];
type Core = Awaited<ReturnType<typeof keptCores>>[number];
type Complaint = Awaited<ReturnType<typeof lateComplaints>>[number];

/** K09: nobody has received it. */
@Injectable()
export class TransitPass extends OverduePass<Shipment, Parameters<typeof staleTransit.check>[0]> {
  readonly name = 'transit';
  readonly everyMinutes = 60;
  protected readonly rules = RULES.transit;

  protected overdue = (sql: Sql, now: Date) => staleShipments(sql, now, staleTransit.thresholds.warnDays);
  protected evidenceOf = ({ shippedAt, reference, units }: Shipment, now: Date) => ({
    now,
    shippedAt,
    reference,
    units,
  });
  protected aboutOf = ({ id, makerId, workshopId }: Shipment) =>
    contextOf({ makerId, workshopId, matter: `shipment:${id}`, source: id });
}

/** Q05: the old part has not come back. */
@Injectable()
export class CoresPass extends OverduePass<Core, Parameters<typeof coreOverdue.check>[0]> {
  readonly name = 'cores';
  readonly everyMinutes = 60;
  protected readonly rules = RULES.core;

  protected overdue = (sql: Sql, now: Date) => keptCores(sql, now, coreOverdue.thresholds.warnDays);
  protected evidenceOf = ({ removedAt, serial, partNumber }: Core, now: Date) => ({
    now,
    removedAt,
    serial,
    partNumber,
  });
  protected aboutOf = ({ id, makerId, workshopId, partId }: Core) =>
    contextOf({ makerId, workshopId, partId, matter: `core:${id}`, source: id });
}

/** U04: the owner has had no answer. */
@Injectable()
export class ComplaintsPass extends OverduePass<Complaint, Parameters<typeof complaintLate.check>[0]> {
  readonly name = 'complaints';
  readonly everyMinutes = 10;
  protected readonly rules = RULES.complaint;

  protected overdue = (sql: Sql, now: Date) => lateComplaints(sql, now, complaintLate.thresholds.escalateDays);
  protected evidenceOf = ({ number, dueAt }: Complaint, now: Date) => ({ now, number, dueAt });
  protected aboutOf = ({ number, makerId, workshopId, orderId }: Complaint) =>
    contextOf({ makerId, workshopId, orderId, matter: `case:${number}`, source: number, caseNumber: number });
}
