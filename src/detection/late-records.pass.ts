import { Injectable } from '@nestjs/common';
import type { Sql, Tx } from '../database/database.ts';
import { sourcesOf, withdrawSource, type FlagSource } from '../flags/flag-sources.query.ts';
import { flagOf } from '../flags/flag-record.ts';
import { FlagsService } from '../flags/flags.service.ts';
import { newId } from '../kernel/identifiers.ts';
import { flagContext } from '../scans/scans.service.ts';
import { type Sighting, UNOBSERVED } from '../verification/scan-evidence.ts';
import { VerificationService } from '../verification/verification.service.ts';
import { lateSubjects, stepEnd, toldScans, type ToldScan } from './late-records.query.ts';
import { type Pass, type Progress, type Turn, withOverlap } from './pass.ts';

/** The rules that weigh a reading against what else had happened by then. What a label says by itself never changes. */
const WEIGHING: readonly string[] = 'B01 B02 C04 C06 C07 I02 K01 K02 K03 K04 K05 K06 R01 R12'.split(' ');

/**
 * What came late changes what was known when later readings were judged. They are judged again, each by the records of its own
 * time: what is now found and was not, is flagged; what was found and is no more, goes. So the same events lead to the same
 * flags in whatever order they come.
 */
@Injectable()
export class LateRecordsPass implements Pass {
  readonly name = 'late-records';
  readonly everyMinutes = 1;

  constructor(
    private readonly verification: VerificationService,
    private readonly flags: FlagsService,
  ) {}

  async step(tx: Tx, turn: Turn): Promise<Progress> {
    const until = await stepEnd(tx, turn.doneUntil, turn.now);
    for (const subject of await lateSubjects(tx, withOverlap(turn), until))
      for (const told of await toldScans(tx, subject)) await this.judgeAgain(tx, told, turn.now);
    return { doneUntil: until, isFinished: until >= turn.now };
  }

  private async judgeAgain(sql: Sql, told: ToldScan, now: Date): Promise<void> {
    const sighting = sightingOf(told);
    const look = await this.verification.lookBack(sql, sighting);
    if (look === null) return;
    const found = look.findings.filter(({ rule }) => WEIGHING.includes(rule));
    const seen = {
      organisationId: told.organisationId,
      actorId: told.actorId,
      at: told.scannedAt,
      recordedAt: now,
    };
    const context = flagContext(sighting, look, { isPrevented: !told.isOfFitting });
    await this.flags.record(sql, seen, found, context);
    const standing = found.flatMap((finding) => flagOf(finding, context, told.organisationId) ?? []);
    for (const source of await sourcesOf(sql, told.id, WEIGHING))
      if (!standing.some(({ finding, subject }) => finding.rule === source.rule && subject === source.subject))
        await explain(sql, source, now);
  }
}

function sightingOf(told: ToldScan): Sighting {
  const { latitude, longitude } = told;
  const place =
    latitude === null || longitude === null ? null : { latitude: Number(latitude), longitude: Number(longitude) };
  return {
    scanId: told.id,
    code: told.code,
    purpose: told.purpose,
    witness: { kind: 'staff', organisationId: told.organisationId, organisationKind: told.organisationKind },
    actorId: told.actorId,
    orderNumber: told.orderNumber,
    line: told.line,
    scannedAt: told.scannedAt,
    recordedAt: told.recordedAt,
    device: told.device,
    counter: null,
    observed: told.observed ?? UNOBSERVED,
    place,
    contentHash: null,
    isWithinStep: true,
  };
}

/** A flag goes with its last source. Once there is a case, people are at work: they are told, and decide. */
async function explain(sql: Sql, source: FlagSource, now: Date): Promise<void> {
  if (source.caseNumber === null) return withdrawSource(sql, source, now);
  const text = `${source.rule}: 迟到的记录可以说明这次扫描。 / Records that arrived late explain this reading. (${source.source})`;
  await sql.run(
    `INSERT INTO case_entry (id, case_number, kind, text, at)
     SELECT $1, $2, 'evidence', $3, $4
      WHERE NOT EXISTS (SELECT FROM case_entry e WHERE e.case_number = $2 AND e.kind = 'evidence' AND e.text = $3)`,
    [newId(), source.caseNumber, text, now],
  );
}
