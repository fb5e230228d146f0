import { Injectable } from '@nestjs/common';
import type { Sql } from '../database/database.ts';
import { newId, type OrganisationId } from '../kernel/identifiers.ts';
import { placeHolds } from '../units/holds.ts';
import type { Deed } from '../units/ledger.ts';
import { openCase } from './case-opening.ts';
import { isNews, recordFlagEvent } from './flag-events.ts';
import { flagOf, type FlagContext, type FlagToRecord } from './flag-record.ts';
import type { Finding } from './rule.ts';

/** A deed, or what somebody saw who belongs to no organisation. */
export type Observation = Omit<Deed, 'organisationId'> & { readonly organisationId: OrganisationId | null };

export interface RecordedFlag {
  readonly id: string;
  readonly rule: string;
  readonly status: string;
  readonly caseNumber: string | null;
}

/** Keeps findings as flags: one per rule and subject, with a count; the worst put the hold and open the case. */
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
    const row = await upsert(sql, seen, flag, context);
    let caseNumber = row.case_number;
    if (flag.opensCase && caseNumber === null) {
      caseNumber = await openCase(sql, seen.recordedAt, flag, context);
      await sql.run('UPDATE flag SET case_number = $2 WHERE id = $1', [row.id, caseNumber]);
    }
    if (isNews({ ...row, status: flag.status })) await recordFlagEvent(sql, seen.recordedAt, row.id);
    const { organisationId } = seen;
    if (flag.hold !== null && context.unit !== null && organisationId !== null) {
      const reason = `${flag.finding.rule} ${flag.finding.name}`;
      const hold = { unitId: context.unit.id, kind: flag.hold, reason, ...(caseNumber === null ? {} : { caseNumber }) };
      await placeHolds(sql, { ...seen, organisationId }, [hold]);
    }
    return { id: row.id, rule: flag.finding.rule, status: flag.status, caseNumber };
  }
}

async function upsert(sql: Sql, seen: Observation, flag: FlagToRecord, context: FlagContext) {
  const [row] = await sql.rows<{ id: string; case_number: string | null; level: number; levelBefore: number | null }>(
    `WITH before AS (SELECT level FROM flag WHERE rule = $2 AND subject = $5 AND status = $4)
     INSERT INTO flag AS f (id, rule, level, status, subject, unit_id, part_id, maker_id, workshop_id, order_id, line,
                            scan_id, finding, override_reason, overridden_by, first_at, last_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $16)
     ON CONFLICT (rule, subject, status) WHERE status IN ('open', 'prevented') DO UPDATE
       SET count = f.count + 1,
           level = greatest(f.level, excluded.level),
           first_at = least(f.first_at, excluded.first_at),
           last_at = greatest(f.last_at, excluded.last_at),
           override_reason = coalesce(excluded.override_reason, f.override_reason),
           overridden_by = coalesce(excluded.overridden_by, f.overridden_by)
     RETURNING id, case_number, level,
               CASE WHEN xmax <> 0 THEN coalesce((SELECT level FROM before), level) END AS "levelBefore"`,
    [
      newId(),
      flag.finding.rule,
      flag.level,
      flag.status,
      flag.subject,
      // A printed code speaks of no unit, even where it borrowed the number of one.
      flag.finding.subject === 'code' ? null : (context.unit?.id ?? null),
      context.partId,
      context.makerId,
      context.workshopId,
      context.orderId,
      flag.finding.line ?? context.line,
      context.scanId,
      JSON.stringify(flag.finding),
      context.override?.reason ?? null,
      context.override?.by ?? null,
      seen.at,
    ],
  );
  return row!;
}
