import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { Actor } from '../auth/actor.ts';
import { AuditService } from '../auth/audit.service.ts';
import { Database } from '../database/database.ts';
import { Clock } from '../kernel/clock.ts';
import { calendarDateOf } from './calendar-date.ts';
import { carryOut, makerOf, storedBeside } from './catalogue-changes.ts';
import { readCsv } from './catalogue-csv.ts';
import { countsOf, planImport, type ImportPlan } from './catalogue-plan.ts';
import { readSheet } from './catalogue-sheet.ts';
import { lockCatalogue } from './gtin-allocation.ts';

/** A maker's parts list goes in whole, or not at all. */
@Injectable()
export class CatalogueImportService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * What the file does, or with `isDryRun` or any fault in it: would do.
   * @throws Refusal FILE_NOT_TEXT and its like when the bytes are no parts list
   */
  async import(actor: Actor, bytes: Uint8Array, isDryRun: boolean): Promise<ImportPlan> {
    const maker = await makerOf(this.database, actor);
    const sheet = readSheet(readCsv(bytes), maker.gs1Prefix);
    const now = this.clock.now();
    const today = calendarDateOf(now);
    return this.database.transaction(async (tx) => {
      if (!isDryRun) await lockCatalogue(tx, maker.id);
      const plan = planImport(sheet, await storedBeside(tx, maker, sheet, today), today);
      if (isDryRun || plan.faults.length > 0) return plan;
      await carryOut(tx, maker, plan, now);
      await this.audit.record(tx, actor, 'catalogue.imported', actor.organisation.code, {
        ...countsOf(plan),
        supersessions: plan.supersessions.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      });
      return plan;
    });
  }
}
