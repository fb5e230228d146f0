import { Injectable } from '@nestjs/common';
import type { Sql, Tx } from '../database/database.ts';
import { flagOf, type FlagToRecord } from '../flags/flag-record.ts';
import { sourcesOf, withdrawSource, type FlagSource } from '../flags/flag-restated.query.ts';
import { FlagsService } from '../flags/flags.service.ts';
import { findings } from '../flags/rule.ts';
import { RULES } from '../flags/rules.ts';
import { newId } from '../kernel/identifiers.ts';
import { flagContext } from '../scans/scans.service.ts';
import type { Sighting } from '../verification/scan-evidence.ts';
import { sightingOf } from '../verification/stored-scan.ts';
import { type Seen, VerificationService } from '../verification/verification.service.ts';
import { type LateSubject, lateSubjects, stepEnd, toldScans, type ToldScan } from './late-records.query.ts';
import { type Pass, type Progress, type Turn, withOverlap } from './pass.ts';

/** The rules that weigh a reading against what else had happened by then. What a label says by itself never changes. */
const RULE_IDS: readonly string[] = 'B01 B02 C04 C06 C07 I02 K01 K02 K03 K04 K05 K06 R01 R12'.split(' ');
const WEIGHING = RULES.scan.filter(({ id }) => RULE_IDS.includes(id));

/** Subjects in a statement: their readings are in memory at a time. */
const TOGETHER = 100;

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
    const subjects = await lateSubjects(tx, withOverlap(turn), until);
    for (let at = 0; at < subjects.length; at += TOGETHER)
      await this.judgeAgain(tx, subjects.slice(at, at + TOGETHER), turn.now);
    return { doneUntil: until, isFinished: until >= turn.now };
  }

  private async judgeAgain(sql: Sql, subjects: readonly LateSubject[], now: Date): Promise<void> {
    const all = await toldScans(sql, subjects);
    const isHeld = await this.judge(sql, all, now);
    // What is held from one reading on is held at those after it.
    if (isHeld) await this.judge(sql, all, now);
  }

  /** @returns whether a hold follows from any of them. */
  private async judge(sql: Sql, all: readonly ToldScan[], now: Date): Promise<boolean> {
    const sightings = all.map(sightingOf);
    let isHeld = false;
    const looks = await this.verification.lookBack(sql, sightings);
    const standing = new Set<string>();
    const judged: string[] = [];
    for (const [place, told] of all.entries()) {
      const seen = looks[place];
      if (!seen) continue;
      judged.push(told.id);
      for (const { finding, subject, hold } of await this.flag(sql, told, { sighting: sightings[place]!, seen, now })) {
        standing.add(sourceKey(finding.rule, subject, told.id));
        isHeld ||= hold !== null;
      }
    }
    for (const source of await sourcesOf(sql, judged, RULE_IDS))
      if (!standing.has(sourceKey(source.rule, source.subject, source.source))) await explain(sql, source, now);
    return isHeld;
  }

  private async flag(
    sql: Sql,
    told: ToldScan,
    { sighting, seen, now }: { readonly sighting: Sighting; readonly seen: Seen; readonly now: Date },
  ): Promise<FlagToRecord[]> {
    const found = findings(WEIGHING, seen.evidence, seen.records.policies);
    if (found.length === 0) return [];
    const { organisation_id: organisationId, actor_id: actorId, scanned_at: at } = told;
    const context = flagContext(sighting, seen, { isPrevented: !told.is_of_fitting });
    await this.flags.record(sql, { organisationId, actorId, at, recordedAt: now }, found, context);
    return found.flatMap((finding) => flagOf(finding, context, organisationId) ?? []);
  }
}

const sourceKey = (rule: string, subject: string, source: string): string => `${rule} ${source} ${subject}`;

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
