import { Injectable } from '@nestjs/common';
import type { Sql } from '../database/database.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import { placeHolds } from '../units/holds.ts';
import type { Deed } from '../units/ledger.ts';
import { openCase } from './case-opening.ts';
import { isNews, recordFlagEvent } from './flag-events.ts';
import { flagOf, type FlagContext, type FlagToRecord } from './flag-record.ts';
import { keepOnce } from './flag-sources.query.ts';
import type { Finding } from './rule.ts';

/** A deed, or what somebody saw who belongs to no organisation. */
export type Observation = Omit<Deed, 'organisationId'> & { readonly organisationId: OrganisationId | null };

export interface RecordedFlag {
  readonly id: string;
  readonly rule: string;
  readonly status: string;
  readonly caseNumber: string | null;
}

/** Keeps findings as flags: one per rule and subject, counting its sources; the worst put the hold and open the case. */
@Injectable()
export class FlagsService {
  /** Runs inside the caller's transaction, so that a flag stands or falls with what it speaks of. */
  async record(
    sql: Sql,
    seen: Observation,
    findings: readonly Finding[],
    context: FlagContext,
  ): Promise<RecordedFlag[]> {
    const recorded: RecordedFlag[] = [];
    for (const finding of findings) {
      const flag = flagOf(finding, context, seen.organisationId);
      if (flag !== null) recorded.push(await this.keep(sql, seen, flag, context));
    }
    return recorded;
  }

  private async keep(sql: Sql, seen: Observation, flag: FlagToRecord, context: FlagContext): Promise<RecordedFlag> {
    const row = await keepOnce(sql, seen, flag, context);
    let caseNumber = row.caseNumber;
    if (flag.opensCase && caseNumber === null) {
      caseNumber = await openCase(sql, seen.recordedAt, flag, context);
      await sql.run('UPDATE flag SET case_number = $2 WHERE id = $1', [row.id, caseNumber]);
    }
    if (isNews(row)) await recordFlagEvent(sql, seen.recordedAt, row.id);
    const { organisationId } = seen;
    if (flag.hold !== null && row.isNew && context.unit !== null && organisationId !== null) {
      const reason = `${flag.finding.rule} ${flag.finding.name}`;
      const hold = { unitId: context.unit.id, kind: flag.hold, reason, ...(caseNumber === null ? {} : { caseNumber }) };
      await placeHolds(sql, { ...seen, organisationId }, [hold]);
    }
    return { id: row.id, rule: flag.finding.rule, status: row.status, caseNumber };
  }
}
