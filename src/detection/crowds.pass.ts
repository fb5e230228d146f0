import { Injectable, Logger } from '@nestjs/common';
import type { Sql, Tx } from '../database/database.ts';
import { FlagsService } from '../flags/flags.service.ts';
import { policiesOfMaker } from '../flags/maker-policies.query.ts';
import { findings } from '../flags/rule.ts';
import { RULES } from '../flags/rules.ts';
import { contextOf, seenAt } from './background-context.ts';
import { busySources, crowdedUnits } from './crowds.query.ts';
import type { Pass, Progress, Turn } from './pass.ts';

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

  /** One day a step, the last one up to now. */
  async step(tx: Tx, { doneUntil, now }: Turn): Promise<Progress> {
    const from = new Date(Math.floor(doneUntil.getTime() / DAY) * DAY);
    const until = new Date(from.getTime() + DAY);
    const noisy = await this.noisySources(tx, from, until);
    await this.judgeCrowds(tx, { from, until, now }, noisy);
    const isFinished = until > now;
    return { doneUntil: isFinished ? now : until, isFinished };
  }

  private async noisySources(sql: Sql, from: Date, until: Date): Promise<Buffer[]> {
    const noisy: Buffer[] = [];
    for (const { source, known, unknown } of await busySources(sql, from, until)) {
      const found = findings(RULES.source, { known, unknown });
      for (const { rule, name, message } of found) this.logger.warn(`${rule} ${name}: ${message.en}`);
      if (found.length > 0) noisy.push(source);
    }
    return noisy;
  }

  private async judgeCrowds(
    sql: Sql,
    { from, until, now }: { from: Date; until: Date; now: Date },
    noisy: readonly Buffer[],
  ): Promise<void> {
    const day = from.toISOString().slice(0, 10);
    for (const { gtin, serial, makerId, partId, isNew, sources } of await crowdedUnits(sql, from, until, noisy)) {
      const found = findings(RULES.crowd, { sources, isNew }, await policiesOfMaker(sql, makerId));
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
