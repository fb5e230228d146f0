import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '../database/database.ts';
import { Housekeeping } from '../http/housekeeping.ts';
import { Metrics } from '../http/metrics.ts';
import { Clock } from '../kernel/clock.ts';
import { CrowdsPass } from './crowds.pass.ts';
import { LateRecordsPass } from './late-records.pass.ts';
import { ComplaintsPass, CoresPass, TransitPass } from './overdue.pass.ts';
import { PacePass } from './pace.pass.ts';
import type { Pass } from './pass.ts';
import { PutRightPass } from './put-right.pass.ts';
import { RatesPass } from './rates.pass.ts';

const MINUTE = 60_000;
/** A pass that has not finished by then is in trouble, or a long way behind. */
const LATE_AFTER = 10 * MINUTE;
/** A first start looks back so far; what is older was judged when it came. */
const FIRST_LOOK_BACK = 7 * 24 * 60 * MINUTE;

/**
 * Gives every pass its turn. A pass is a row; whoever locks it has the turn, and the others go past it: so any number of servers
 * may run, and a pass that one of them drops is taken up by the next.
 */
@Injectable()
export class DetectionRunner implements OnApplicationBootstrap {
  private readonly logger = new Logger(DetectionRunner.name);
  private readonly passes: readonly Pass[];
  private running: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly housekeeping: Housekeeping,
    private readonly metrics: Metrics,
    late: LateRecordsPass,
    putRight: PutRightPass,
    transit: TransitPass,
    cores: CoresPass,
    complaints: ComplaintsPass,
    pace: PacePass,
    rates: RatesPass,
    crowds: CrowdsPass,
  ) {
    this.passes = [late, putRight, transit, cores, complaints, pace, rates, crowds];
  }

  async onApplicationBootstrap(): Promise<void> {
    const now = this.clock.now();
    await this.database.run(
      `INSERT INTO detection_pass (name, done_until, due_at) SELECT name, $2, $3 FROM unnest($1::text[]) AS name
       ON CONFLICT (name) DO NOTHING`,
      [this.passes.map(({ name }) => name), new Date(now.getTime() - FIRST_LOOK_BACK), now],
    );
    this.metrics.watchQueue('detection', () => this.countLate());
    this.housekeeping.every(1, () => this.runDue());
  }

  private async countLate(): Promise<number> {
    const late = new Date(this.clock.now().getTime() - LATE_AFTER);
    const row = await this.database.first<{ passes: number }>(
      'SELECT count(*)::int AS passes FROM detection_pass WHERE due_at < $1',
      [late],
    );
    return row?.passes ?? 0;
  }

  /**
   * Every pass that is due, until nothing is left to look at. A second call while one is under way joins it.
   * @throws once all had their turn, if one of them failed.
   */
  runDue(): Promise<void> {
    this.running ??= this.runAll().finally(() => (this.running = null));
    return this.running;
  }

  private async runAll(): Promise<void> {
    const failed: string[] = [];
    for (const pass of this.passes) {
      try {
        while (await this.takeTurn(pass)) continue;
      } catch (error) {
        // One pass in trouble must not keep the others waiting; its row says where it goes on.
        this.logger.warn(`The pass ${pass.name} failed: ${error instanceof Error ? error.stack : String(error)}`);
        failed.push(pass.name);
      }
    }
    if (failed.length > 0) throw new Error(`passes failed: ${failed.join(', ')}`);
  }

  /** @returns whether there is more to do at once. */
  private takeTurn(pass: Pass): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const turn = await tx.first<{ doneUntil: Date }>(
        'SELECT done_until AS "doneUntil" FROM detection_pass WHERE name = $1 AND due_at <= $2 FOR UPDATE SKIP LOCKED',
        [pass.name, now],
      );
      if (!turn) return false;
      const { doneUntil, isFinished } = await pass.step(tx, { doneUntil: turn.doneUntil, now });
      const dueAt = isFinished ? new Date(now.getTime() + pass.everyMinutes * MINUTE) : now;
      await tx.run('UPDATE detection_pass SET done_until = $2, due_at = $3, finished_at = $4 WHERE name = $1', [
        pass.name,
        doneUntil,
        dueAt,
        isFinished ? now : null,
      ]);
      return !isFinished;
    });
  }
}
