import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../database/database.ts';
import { fileCase } from '../flags/case-opening.ts';
import { declineAnswer, writeEntry } from '../flags/case-steps.ts';
import { FlagsService } from '../flags/flags.service.ts';
import { policiesOfMaker } from '../flags/maker-policies.query.ts';
import { findings } from '../flags/rule.ts';
import { RULES } from '../flags/rules.ts';
import { Clock } from '../kernel/clock.ts';
import { newId, type OrganisationId } from '../kernel/identifiers.ts';
import type { Words } from '../kernel/words.ts';
import type { AnswerDto, AnsweredDto, DisputeReason } from './answer.dto.ts';
import { AnswerLineUnknown, InvoiceLinkUnknown } from './feedback.refusals.ts';
import { invoiceByToken, type InvoiceRow } from './owner-invoice.query.ts';

const REASON_WORDS: Readonly<Record<DisputeReason, Words>> = {
  not_fitted: { zh: '车主认为零件没有装上', en: 'The owner says the part was not fitted' },
  old_part_not_shown: { zh: '车主没有见到旧件', en: 'The owner never saw the old part' },
  wrong_class: { zh: '车主认为零件类别不符', en: 'The owner says the part is of another class' },
  not_agreed: { zh: '车主没有同意这一项', en: 'The owner did not agree to this' },
  price: { zh: '车主对价格有异议', en: 'The owner disputes the price' },
  other: { zh: '车主有异议', en: 'The owner disputes the invoice' },
};

/** The owner says yes or no to an invoice. A no gets a case number and a day until which it must be answered. */
@Injectable()
export class AnswersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly flags: FlagsService,
  ) {}

  async answer(token: string, answer: AnswerDto): Promise<AnsweredDto> {
    return this.database.transaction(async (tx) => {
      const invoice = await invoiceByToken(tx, token);
      if (!invoice) throw new InvoiceLinkUnknown();
      if (answer.line !== undefined && !invoice.content.lines.some((line) => line.line === answer.line))
        throw new AnswerLineUnknown(answer.line);
      const opened = answer.kind === 'dispute' ? await this.dispute(tx, invoice, answer) : null;
      await tx.run(
        `INSERT INTO owner_answer (id, invoice_id, kind, line, reason, text, case_number, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          newId(),
          invoice.id,
          answer.kind,
          answer.line ?? null,
          answer.reason ?? null,
          answer.text ?? null,
          opened?.number ?? null,
          this.clock.now(),
        ],
      );
      return { kind: answer.kind, case: opened };
    });
  }

  /**
   * The same complaint about the same line again joins the case that is open on it, with its number and its due time. Where
   * it was answered, the owner says by this that the answer is none.
   */
  private async dispute(tx: Tx, invoice: InvoiceRow, answer: AnswerDto): Promise<{ number: string; dueAt: Date }> {
    const reason = answer.reason ?? 'other';
    await tx.rows('SELECT id FROM repair_order WHERE id = $1 FOR UPDATE', [invoice.order_id]);
    const open = await tx.first<{ number: string; dueAt: Date; status: string }>(
      `SELECT c.number, c.due_at AS "dueAt", c.status
         FROM owner_answer a JOIN invoice i ON i.id = a.invoice_id JOIN case_file c ON c.number = a.case_number
        WHERE i.order_id = $1 AND a.line IS NOT DISTINCT FROM $2 AND a.reason = $3 AND c.status <> 'closed' LIMIT 1`,
      [invoice.order_id, answer.line ?? null, reason],
    );
    const makerId = await makerOf(tx, invoice, answer.line ?? null);
    const file =
      open ??
      (await fileCase(tx, this.clock.now(), {
        kind: 'dispute',
        title: REASON_WORDS[reason],
        makerId,
        workshopId: invoice.workshop_id,
        unitId: null,
        orderId: invoice.order_id,
        evidence: { invoice: invoice.content.number, version: invoice.version, line: answer.line ?? null, reason },
      }));
    await this.flag(tx, invoice, makerId, { reason, line: answer.line ?? null, caseNumber: file.number });
    const { number, dueAt } = file;
    if (open?.status === 'answered') {
      const again = await declineAnswer(tx, this.clock.now(), { number, kind: 'dispute' }, answer.text ?? '');
      return { number, dueAt: again };
    }
    if (answer.text !== undefined)
      await writeEntry(tx, this.clock.now(), number, { kind: 'owner', text: answer.text, isShownToOwner: true });
    return { number, dueAt };
  }

  /** Once a case, however often the owner says it. */
  private async flag(
    tx: Tx,
    invoice: InvoiceRow,
    makerId: OrganisationId | null,
    { reason, line, caseNumber }: Disputed,
  ): Promise<void> {
    const now = this.clock.now();
    const found = findings(RULES.answer, { reason, line }, await policiesOfMaker(tx, makerId));
    const seen = { organisationId: null, actorId: null, at: now, recordedAt: now };
    await this.flags.record(tx, seen, found, {
      unit: null,
      code: null,
      makerId,
      partId: null,
      workshopId: invoice.workshop_id,
      orderId: invoice.order_id,
      line,
      scanId: null,
      isPublic: false,
      isPrevented: false,
      override: null,
      source: caseNumber,
      caseNumber,
    });
  }
}

interface Disputed {
  readonly reason: DisputeReason;
  readonly line: number | null;
  readonly caseNumber: string;
}

/** The maker whose part the disputed line is about; of a whole invoice, the one whose parts alone are on it. */
async function makerOf(tx: Tx, invoice: InvoiceRow, line: number | null): Promise<OrganisationId | null> {
  const row = await tx.first<{ maker_id: OrganisationId | null }>(
    `SELECT min(p.maker_id::text)::uuid AS maker_id FROM part_line l JOIN part p ON p.id = l.part_id
      WHERE l.order_id = $1 AND ($2::int IS NULL OR l.line = $2) HAVING count(DISTINCT p.maker_id) = 1`,
    [invoice.order_id, line],
  );
  return row?.maker_id ?? null;
}
