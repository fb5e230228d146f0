import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.ts';
import { normalPartNumber } from '../catalogue/part.ts';
import { Database, type Tx } from '../database/database.ts';
import type { LineCategory } from '../flags/evidence.ts';
import { contentHash } from '../kernel/canonical-json.ts';
import { Clock } from '../kernel/clock.ts';
import { newId, type RepairOrderId } from '../kernel/identifiers.ts';
import type { ApprovalDto } from './approval.dto.ts';
import { isSettled } from './order-status.ts';
import { LineNotFound, OrderSettled } from './repair-orders.refusals.ts';
import { lockOrder } from './stored-order.query.ts';

interface RequestedLine {
  line: number;
  part_number: string;
  category: LineCategory;
  quantity: number;
}

/** What the owner said yes to: which part, in which category, how many, up to which price, through which channel. */
@Injectable()
export class ApprovalsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async approve(actor: Actor, number: string, approval: ApprovalDto): Promise<void> {
    await this.database.transaction(async (tx) => {
      const order = await lockOrder(tx, actor.organisation.id, number);
      if (isSettled(order.status)) throw new OrderSettled(order.status);
      const requested = await requestedLines(tx, order.id);
      const now = this.clock.now();
      for (const approved of approval.lines) {
        const line = requested.get(approved.line);
        if (!line) throw new LineNotFound(approved.line);
        const content = {
          partNumber: approved.partNumber === undefined ? line.part_number : normalPartNumber(approved.partNumber),
          category: approved.category ?? line.category,
          quantity: approved.quantity ?? line.quantity,
          priceCap: approved.priceCap ?? null,
        };
        await tx.run(
          'UPDATE approval SET superseded_at = $3 WHERE order_id = $1 AND line = $2 AND superseded_at IS NULL',
          [order.id, approved.line, now],
        );
        await tx.run(
          `INSERT INTO approval (id, order_id, line, requested_part_number, part_number, category, quantity, price_cap,
                                 channel, content_hash, approved_at, recorded_by, recorded_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
          [
            newId(),
            order.id,
            approved.line,
            line.part_number,
            content.partNumber,
            content.category,
            content.quantity,
            content.priceCap,
            approval.channel,
            contentHash(content),
            approval.approvedAt ?? now,
            actor.id,
            now,
          ],
        );
      }
      await approveWhenComplete(tx, order.id);
    });
  }
}

async function requestedLines(tx: Tx, orderId: RepairOrderId): Promise<Map<number, RequestedLine>> {
  const rows = await tx.rows<RequestedLine>(
    'SELECT line, part_number, category, quantity FROM part_line WHERE order_id = $1 AND removed_at IS NULL',
    [orderId],
  );
  return new Map(rows.map((row) => [row.line, row]));
}

/** The order as a whole is approved with its last line. */
async function approveWhenComplete(tx: Tx, orderId: RepairOrderId): Promise<void> {
  await tx.run(
    `UPDATE repair_order o SET status = 'approved'
      WHERE o.id = $1 AND o.status IN ('draft', 'checked_in', 'estimated')
        AND NOT EXISTS (
          SELECT FROM part_line l WHERE l.order_id = o.id AND l.removed_at IS NULL
             AND NOT EXISTS (SELECT FROM approval a WHERE a.order_id = o.id AND a.line = l.line AND a.superseded_at IS NULL))`,
    [orderId],
  );
}
