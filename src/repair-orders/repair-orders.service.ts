import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.ts';
import { normalPartNumber } from '../catalogue/part.ts';
import { Database, type Tx } from '../database/database.ts';
import { invalidInput } from '../http/http.refusals.ts';
import { contentHash } from '../kernel/canonical-json.ts';
import { Clock } from '../kernel/clock.ts';
import { newId, type OrganisationId, type RepairOrderId } from '../kernel/identifiers.ts';
import type { InputFault } from '../kernel/refusal.ts';
import type { Words } from '../kernel/words.ts';
import { orderOfCase, type OrderOfCase } from './case-order.query.ts';
import { advanceOrder, isSettled, type OrderStatus } from './order-status.ts';
import type { PartLineDto, PushRepairOrderDto } from './repair-order.dto.ts';
import {
  InvoicedOnlyByInvoice,
  LineInUse,
  OrderSettled,
  StaleVersion,
  VersionContentDiffers,
  VinInUse,
} from './repair-orders.refusals.ts';
import { lockOrder, type StoredOrder } from './stored-order.query.ts';

/** Repair orders as a workshop's own system pushes them: whole, by number and version. */
@Injectable()
export class RepairOrdersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Creates or updates. The same version with the same content again changes nothing; an older one is refused. */
  async push(actor: Actor, number: string, pushed: PushRepairOrderDto): Promise<'created' | 'updated' | 'unchanged'> {
    refuseForeign(actor, number, pushed);
    const hash = contentHash(pushed);
    return this.database.transaction(async (tx) => {
      const workshopId = actor.organisation.id;
      const id = await insertOrder(tx, workshopId, number, pushed, hash, this.clock.now());
      if (id !== null) {
        await writeLines(tx, id, pushed.lines);
        return 'created';
      }
      const stored = await lockOrder(tx, workshopId, number);
      if (pushed.version < stored.version) throw new StaleVersion(stored.version, pushed.version);
      if (pushed.version === stored.version) {
        if (stored.pushed_hash !== hash) throw new VersionContentDiffers(stored.version);
        return 'unchanged';
      }
      if (isSettled(stored.status)) throw new OrderSettled(stored.status);
      await refuseTouchingWhatIsInUse(tx, stored, pushed);
      await updateOrder(tx, stored, pushed, hash, this.clock.now());
      const charged = await linesNowCharged(tx, stored.id, pushed.lines);
      await writeLines(tx, stored.id, pushed.lines);
      await expireApprovals(tx, stored.id, charged, this.clock.now());
      return 'updated';
    });
  }

  /** What a workshop recorded of the order that one of the maker's cases is about; nothing where it is about none. */
  ofCase(actor: Actor, caseNumber: string): Promise<OrderOfCase | undefined> {
    return orderOfCase(this.database, actor.organisation.id, caseNumber);
  }

  /** Moves an order along its statuses by hand: on hold, ready, delivered, closed, cancelled. */
  async setStatus(actor: Actor, number: string, to: OrderStatus): Promise<void> {
    await this.database.transaction(async (tx) => {
      const stored = await lockOrder(tx, actor.organisation.id, number);
      const fitted = await tx.first('SELECT 1 FROM fitting WHERE order_id = $1 AND undone_at IS NULL LIMIT 1', [
        stored.id,
      ]);
      if (to === 'invoiced') throw new InvoicedOnlyByInvoice();
      advanceOrder(stored.status, to, fitted !== undefined);
      await tx.run('UPDATE repair_order SET status = $2 WHERE id = $1', [stored.id, to]);
    });
  }
}

/** A body that speaks of another order or workshop than its path and caller was sent to the wrong place. */
function refuseForeign(actor: Actor, number: string, pushed: PushRepairOrderDto): void {
  const errors: InputFault[] = [];
  if (pushed.number !== undefined && pushed.number !== number) {
    errors.push(mustBe('number', number, { zh: '与路径一致', en: 'as in the path' }));
  }
  if (pushed.workshop !== undefined && pushed.workshop !== actor.organisation.code) {
    errors.push(mustBe('workshop', actor.organisation.code, { zh: '即贵厂', en: 'the caller’s own workshop' }));
  }
  if (errors.length > 0) throw invalidInput(errors);
}

function mustBe(path: string, wanted: string, why: Words): InputFault {
  const words = { zh: `应为 ${wanted}，${why.zh}`, en: `must be ${wanted}, ${why.en}` };
  return { path, message: words.en, words };
}

async function insertOrder(
  tx: Tx,
  workshopId: OrganisationId,
  number: string,
  pushed: PushRepairOrderDto,
  hash: string,
  now: Date,
): Promise<RepairOrderId | null> {
  const row = await tx.first<{ id: RepairOrderId }>(
    `INSERT INTO repair_order (id, workshop_id, number, version, status, parent_number, vin, plate, model, build_date,
                               owner_name, owner_phone, repair_category, odometer_in, opened_at, pushed_at, pushed_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
     ON CONFLICT (workshop_id, number) DO NOTHING RETURNING id`,
    [newId(), workshopId, number, pushed.version, pushed.status ?? 'checked_in', ...headOf(pushed), now, hash],
  );
  return row?.id ?? null;
}

async function updateOrder(
  tx: Tx,
  stored: StoredOrder,
  pushed: PushRepairOrderDto,
  hash: string,
  now: Date,
): Promise<void> {
  // What was approved or begun since stays so: a later push never takes a status back.
  const isEarly = ['draft', 'checked_in', 'estimated'].includes(stored.status);
  await tx.run(
    `UPDATE repair_order
        SET version = $2, status = $3, parent_number = $4, vin = $5, plate = $6, model = $7, build_date = $8, owner_name = $9,
            owner_phone = $10, repair_category = $11, odometer_in = $12, opened_at = $13, pushed_at = $14, pushed_hash = $15
      WHERE id = $1`,
    [stored.id, pushed.version, (isEarly && pushed.status) || stored.status, ...headOf(pushed), now, hash],
  );
}

const headOf = (pushed: PushRepairOrderDto): unknown[] => [
  pushed.parent ?? null,
  pushed.vehicle.vin,
  pushed.vehicle.plate ?? null,
  pushed.vehicle.model ?? null,
  pushed.vehicle.buildDate ?? null,
  pushed.owner?.name ?? null,
  pushed.owner?.phone ?? null,
  pushed.repairCategory ?? null,
  pushed.odometerIn ?? null,
  pushed.openedAt,
];

/** Writes the pushed lines and marks the others removed. Part numbers outside every catalogue are legal: not every part is a maker's. */
async function writeLines(tx: Tx, orderId: RepairOrderId, lines: readonly PartLineDto[]): Promise<void> {
  const wanted = lines.map((line) => ({
    line: line.line,
    concern: line.concern ?? null,
    cause: line.cause ?? null,
    correction: line.correction ?? null,
    fault_codes: line.faultCodes ?? [],
    part_number: normalPartNumber(line.partNumber),
    category: line.category,
    position: line.position ?? null,
    quantity: line.quantity,
    unit_price: line.unitPrice ?? null,
    pay_type: line.payType,
  }));
  await tx.run(
    `INSERT INTO part_line AS l (order_id, line, concern, cause, correction, fault_codes, part_id, part_number, category,
                                 position, quantity, unit_price, pay_type)
     SELECT $1, w.line, w.concern, w.cause, w.correction, w.fault_codes,
            (SELECT min(p.id::text)::uuid FROM part p WHERE p.part_number = w.part_number HAVING count(*) = 1),
            w.part_number, w.category, w.position, w.quantity, w.unit_price, w.pay_type
       FROM jsonb_to_recordset($2) AS w(line int, concern text, cause text, correction text, fault_codes text[],
            part_number text, category text, position text, quantity int, unit_price numeric, pay_type text)
     ON CONFLICT (order_id, line) DO UPDATE
       SET concern = excluded.concern, cause = excluded.cause, correction = excluded.correction,
           fault_codes = excluded.fault_codes, part_id = excluded.part_id, part_number = excluded.part_number,
           category = excluded.category, position = excluded.position, quantity = excluded.quantity,
           unit_price = excluded.unit_price, pay_type = excluded.pay_type, removed_at = NULL`,
    [orderId, JSON.stringify(wanted)],
  );
  await tx.run(
    'UPDATE part_line SET removed_at = now() WHERE order_id = $1 AND removed_at IS NULL AND NOT (line = ANY ($2::int[]))',
    [orderId, lines.map((line) => line.line)],
  );
}

/** What was handed out or fitted was for this car and these lines. Without any, a mistyped VIN or part number is put right by a push. */
async function refuseTouchingWhatIsInUse(tx: Tx, stored: StoredOrder, pushed: PushRepairOrderDto): Promise<void> {
  const inUse = await tx.rows<{ line: number; part_number: string }>(
    `SELECT l.line, l.part_number FROM part_line l
      WHERE l.order_id = $1 AND l.removed_at IS NULL
        AND (EXISTS (SELECT FROM fitting f WHERE f.order_id = l.order_id AND f.line = l.line AND f.undone_at IS NULL)
          OR EXISTS (SELECT FROM allocation a WHERE a.order_id = l.order_id AND a.line = l.line AND a.closed_at IS NULL))`,
    [stored.id],
  );
  if (inUse.length > 0 && pushed.vehicle.vin !== stored.vin) throw new VinInUse();
  for (const { line, part_number } of inUse) {
    const wanted = pushed.lines.find((each) => each.line === line);
    if (!wanted || normalPartNumber(wanted.partNumber) !== part_number) throw new LineInUse(line);
  }
}

/** Lines as stored that somebody else paid for, and that the owner is to pay from now on. */
async function linesNowCharged(tx: Tx, orderId: RepairOrderId, lines: readonly PartLineDto[]): Promise<number[]> {
  const paidByOwner = lines.filter(({ payType }) => payType === 'customer').map(({ line }) => line);
  const rows = await tx.rows<{ line: number }>(
    `SELECT line FROM part_line WHERE order_id = $1 AND pay_type <> 'customer' AND line = ANY ($2::int[])`,
    [orderId, paidByOwner],
  );
  return rows.map(({ line }) => line);
}

/** What the owner approved was this part in this category up to this quantity, or for nothing; a changed line needs a new yes. */
async function expireApprovals(tx: Tx, orderId: RepairOrderId, charged: readonly number[], now: Date): Promise<void> {
  await tx.run(
    `UPDATE approval a SET superseded_at = $2 FROM part_line l
      WHERE a.order_id = $1 AND a.superseded_at IS NULL AND l.order_id = a.order_id AND l.line = a.line
        AND (l.removed_at IS NOT NULL OR l.category <> a.category OR l.quantity > a.quantity OR l.line = ANY ($3::int[])
             OR (l.part_number <> a.part_number AND l.part_number IS DISTINCT FROM a.requested_part_number))`,
    [orderId, now, charged],
  );
}
