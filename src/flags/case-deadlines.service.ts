import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '../database/database.ts';
import { Housekeeping } from '../http/housekeeping.ts';
import { Clock } from '../kernel/clock.ts';
import { recordCaseEvent } from './case-events.ts';
import { writeEntry } from './case-steps.ts';
import { ESCALATES_AT, ESCALATION_POLICY } from './escalation.ts';

const AT_ONCE = 200;

/**
 * Passes on to the maker what a workshop has not answered, as late as rule U04 and the maker’s policy on it say. The rule flags
 * it; this tells whoever must act now, and lets the maker answer and close in the workshop’s place. Any number of servers may do
 * it, and one that was down catches up.
 */
@Injectable()
export class CaseDeadlinesService implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly housekeeping: Housekeeping,
  ) {}

  onApplicationBootstrap(): void {
    this.housekeeping.every(1, async () => void (await this.escalateLate()));
  }

  /** @returns how many cases were passed on. */
  async escalateLate(): Promise<number> {
    for (let total = 0; ;) {
      const escalated = await this.escalateSome();
      total += escalated;
      if (escalated < AT_ONCE) return total;
    }
  }

  private escalateSome(): Promise<number> {
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const late = await tx.rows<{ number: string }>(
        `SELECT c.number FROM case_file c ${ESCALATION_POLICY}
          WHERE c.status = 'open' AND c.kind <> 'investigation' AND c.escalated_at IS NULL AND c.due_at < $1
            AND ${ESCALATES_AT} <= $1
          ORDER BY c.due_at LIMIT ${AT_ONCE} FOR UPDATE OF c SKIP LOCKED`,
        [now],
      );
      for (const { number } of late) {
        await tx.run('UPDATE case_file SET escalated_at = $2 WHERE number = $1', [number, now]);
        await writeEntry(tx, now, number, { kind: 'escalated', text: '', isShownToOwner: true });
        await recordCaseEvent(tx, now, 'case.escalated', number);
      }
      return late.length;
    });
  }
}
