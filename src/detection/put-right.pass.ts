import { Injectable } from '@nestjs/common';
import type { Sql, Tx } from '../database/database.ts';
import { preventSource, withdrawSource } from '../flags/flag-restated.query.ts';
import { missingReceipt } from '../flags/rules/missing-receipt.rule.ts';
import { unknownSerial } from '../flags/rules/unknown-serial.rule.ts';
import { oneSlipFrom } from '../labels/typing-slip.ts';
import type { Pass, Progress, Turn } from './pass.ts';
import { receiptsMadeUp, unknownSerials, wasReadRight } from './put-right.query.ts';

/**
 * What the same people put right soon after leaves the inbox by itself. A mistyped serial (C04) whose right label was read next was
 * stopped in time; a part fitted out of a delivery that was then received whole (K03) had only not been recorded yet.
 */
@Injectable()
export class PutRightPass implements Pass {
  readonly name = 'put-right';
  readonly everyMinutes = 5;

  async step(tx: Tx, { doneUntil, now }: Turn): Promise<Progress> {
    await preventSlips(tx, doneUntil);
    for (const receipt of await receiptsMadeUp(tx, missingReceipt.thresholds.receiptWithinHours))
      await withdrawSource(tx, receipt, now);
    return { doneUntil: now, isFinished: true };
  }
}

async function preventSlips(sql: Sql, doneUntil: Date): Promise<void> {
  for (const typed of await unknownSerials(sql, doneUntil, unknownSerial.thresholds.rightWithinMinutes))
    if (await wasReadRight(sql, typed, oneSlipFrom(typed.serial))) await preventSource(sql, typed);
}
