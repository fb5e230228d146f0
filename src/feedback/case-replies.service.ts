import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.ts';
import type { CaseToOpen } from '../flags/case-opening.ts';
import { acceptAnswer, declineAnswer } from '../flags/case-steps.ts';
import { CaseClosed } from '../flags/flags.refusals.ts';
import { Clock } from '../kernel/clock.ts';
import { caseNotFound } from '../units/units.refusals.ts';
import type { CaseReplyDto, RepliedDto } from './case-reply.dto.ts';
import { CaseNotAnswered } from './feedback.refusals.ts';

/** The owner says whether an answer is one. */
@Injectable()
export class CaseRepliesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * @param token of the invoice that the case was raised on: who holds the link is the owner.
   * @throws Refusal CASE_NOT_FOUND, CASE_NOT_ANSWERED, CASE_CLOSED
   */
  async reply(token: string, number: string, { isAccepted, text = '' }: CaseReplyDto): Promise<RepliedDto> {
    return this.database.transaction(async (tx) => {
      const file = await tx.first<{ kind: CaseToOpen['kind']; status: string }>(
        `SELECT c.kind, c.status FROM case_file c
          WHERE c.number = $2 AND c.kind <> 'investigation'
            AND EXISTS (SELECT FROM owner_answer a JOIN invoice i ON i.id = a.invoice_id
                         WHERE a.case_number = c.number AND i.token = $1)
          FOR UPDATE`,
        [token.toUpperCase(), number],
      );
      if (!file) throw caseNotFound();
      if (file.status === 'closed') throw new CaseClosed();
      if (file.status !== 'answered') throw new CaseNotAnswered();
      const now = this.clock.now();
      if (!isAccepted)
        return { status: 'open', dueAt: await declineAnswer(tx, now, { number, kind: file.kind }, text) };
      await acceptAnswer(tx, now, number, text);
      return { status: 'closed', dueAt: null };
    });
  }
}
