import { Injectable, Logger } from '@nestjs/common';
import type { Sql, Tx } from '../database/database.ts';
import { FlagsService } from '../flags/flags.service.ts';
import { policiesOfMaker } from '../flags/maker-policies.query.ts';
import { findings } from '../flags/rule.ts';
import { RULES } from '../flags/rules.ts';
import { contextOf, seenAt } from './background-context.ts';
import { busySources, codesOfSources, type CrowdedUnit, crowdedUnits, LEAST_SOURCES } from './crowds.query.ts';
import { type Pass, type Progress, type Turn, withOverlap } from './pass.ts';

const DAY = 86_400_000;

/**
 * B04, B05 and the crowd of B02: what people without accounts ask for, day by day. It is for the log and the analyst; no verdict
 * ever heeds it, or anybody with a list of codes could say what a technician sees.
 */
@Injectable()
export class CrowdsPass implements Pass {
  readonly name = 'crowds';
  readonly everyMinutes = 30;
  private readonly logger = new Logger(CrowdsPass.name);

  constructor(private readonly flags: FlagsService) {}

  /** A day at the most in a step. What was asked before it is only looked up of whoever asked in it. */
  async step(tx: Tx, turn: Turn): Promise<Progress> {
    const { doneUntil, now } = turn;
    const until = new Date(Math.min(now.getTime(), doneUntil.getTime() + DAY));
    for (const source of await busySources(tx, withOverlap(turn), until))
      for (const { rule, name, message } of findings(RULES.source, source))
        this.logger.warn(`${rule} ${name}: ${message.en}`);
    await this.judgeCrowds(tx, await crowdedUnits(tx, withOverlap(turn), until), now);
    return { doneUntil: until, isFinished: until >= now };
  }

  private async judgeCrowds(sql: Sql, crowded: readonly CrowdedUnit[], now: Date): Promise<void> {
    const noisy = await noisyAmong(sql, crowded);
    for (const { gtin, serial, makerId, partId, isNew, day, sources } of crowded) {
      const quiet = sources.filter((source) => !noisy.has(source.toString('hex'))).length;
      if (quiet < LEAST_SOURCES) continue;
      const found = findings(RULES.crowd, { sources: quiet, isNew }, await policiesOfMaker(sql, makerId));
      // The code is what the crowd has; the unit itself is neither held nor told of to whoever has it.
      const code = { gtin, serial, text: serial };
      await this.flags.record(
        sql,
        seenAt(now),
        found,
        contextOf({ makerId, partId, code, isPublic: true, source: day }),
      );
    }
  }
}

/** Who reads many units is no part of a crowd around one. */
async function noisyAmong(sql: Sql, crowded: readonly CrowdedUnit[]): Promise<ReadonlySet<string>> {
  const all = new Map(crowded.flatMap(({ sources }) => sources).map((source) => [source.toString('hex'), source]));
  const busy = await codesOfSources(sql, [...all.values()]);
  const noisy = busy.filter((source) => findings(RULES.source, source).length > 0);
  return new Set(noisy.map(({ source }) => source.toString('hex')));
}
