import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.ts';
import { Config } from '../config/config.ts';
import { Database, type Sql } from '../database/database.ts';
import type { OrderFacts } from '../flags/evidence.ts';
import { Clock } from '../kernel/clock.ts';
import { newId, type OrganisationId, type RepairOrderId, type UnitId } from '../kernel/identifiers.ts';
import { parseLabel } from '../labels/label-text.ts';
import { deedOf, recordSteps, type Deed } from '../units/ledger.ts';
import { advance, type UnitState } from '../units/unit-lifecycle.ts';
import type { OldPartDto, RemovedPartDto } from './fitting.dto.ts';
import { insertOldPart, oldUnitOf, type OldUnit } from './fitting-records.ts';
import { isSettled } from './order-status.ts';
import { OldPartUnreadable } from './fittings.refusals.ts';
import { FittingNotFound, LineNotFound, OrderSettled } from './repair-orders.refusals.ts';
import { lockOrder } from './stored-order.query.ts';

/** What the label of an old part said, and the unit behind it where the register knows it. */
export interface OldPartRead {
  readonly serial: string;
  readonly unit: OldUnit | null;
}

/** The unit was in this very car until this very order; the new part's own label is a slip. */
const wasInCar = (unit: OldUnit | null): unit is OldUnit =>
  unit !== null && !unit.isNewPart && (unit.isFittedHere || unit.isOutHere);

/** Where the old part came out, and for which fitting. */
export interface OldPartPlace {
  readonly order: Pick<OrderFacts, 'id' | 'number' | 'vin'>;
  readonly line: number;
  readonly fittingId: string | null;
}

/** What became of the part that came out: the owner took it, waived it, or it goes back to the maker. */
@Injectable()
export class OldPartsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** @throws OldPartUnreadable when there is a code and it cannot be read */
  async read(
    sql: Sql,
    place: Pick<OldPartPlace, 'order' | 'fittingId'>,
    code: string | undefined,
  ): Promise<OldPartRead | null> {
    if (code === undefined) return null;
    const parsed = parseLabel(code, this.config.labelOrigin);
    if (parsed.kind === 'unreadable' || parsed.kind === 'foreignHost') throw new OldPartUnreadable();
    return {
      serial: parsed.serial,
      unit: await oldUnitOf(sql, { gtin: parsed.gtin ?? null, serial: parsed.serial }, place),
    };
  }

  /** Records the outcome; a unit that the register has in this very car comes out of it in the same breath. */
  async write(
    sql: Sql,
    deed: Deed,
    { order, line, fittingId }: OldPartPlace,
    { id, outcome, note }: Pick<RemovedPartDto, 'id' | 'outcome' | 'note'>,
    read: OldPartRead | null,
  ): Promise<void> {
    const unit = read !== null && wasInCar(read.unit) ? read.unit : null;
    if (unit?.isFittedHere && outcome !== 'none')
      await takeOut(sql, deed, order, { ...unit, replacedBy: fittingId }, outcome);
    await insertOldPart(sql, {
      id: id ?? newId(),
      orderId: order.id,
      line,
      fittingId,
      unitId: unit?.unitId ?? null,
      outcome,
      note: note ?? null,
      by: deed.actorId!,
      at: deed.recordedAt,
    });
  }

  /** An outcome told after the fitting, by whoever hands the car back. */
  async record(actor: Actor, orderNumber: string, oldPart: OldPartDto): Promise<void> {
    await this.database.transaction(async (tx) => {
      const order = await lockOrder(tx, actor.organisation.id, orderNumber);
      if (isSettled(order.status)) throw new OrderSettled(order.status);
      const fittingId = await fittingMeant(tx, order.id, oldPart);
      const read = await this.read(tx, { order, fittingId }, oldPart.code);
      await this.write(tx, deedOf(actor, this.clock.now()), { order, line: oldPart.line, fittingId }, oldPart, read);
    });
  }
}

/** Takes a fitted unit out of its car: fitted → removed → what became of it. */
export async function takeOut(
  sql: Sql,
  deed: Deed,
  order: { readonly id: RepairOrderId; readonly number: string },
  unit: Pick<OldUnit, 'unitId' | 'fittingId'> & { readonly replacedBy: string | null },
  outcome: Exclude<UnitState, 'fitted'> & RemovedPartDto['outcome'],
): Promise<void> {
  await sql.run('UPDATE fitting SET removed_at = $2, removed_by_order = $3 WHERE id = $1', [
    unit.fittingId,
    deed.at,
    order.id,
  ]);
  const step = { unitId: unit.unitId, reference: order.number };
  await recordSteps(sql, deed, [
    {
      ...step,
      type: 'removed',
      from: 'fitted',
      to: 'removed',
      custodianId: deed.organisationId,
      detail: { replacedBy: unit.replacedBy },
    },
  ]);
  await recordSteps(sql, deed, [{ ...step, type: 'old_part', from: 'removed', to: outcome }]);
}

/**
 * Takes back what an undone fitting had recorded as taken out for it: by the register, that is in the car again. What went on
 * its way since, or came out by a removal of its own, stays out; the fitting that follows may name it all the same.
 */
export async function putBack(
  sql: Sql,
  deed: Deed,
  order: { readonly id: RepairOrderId; readonly number: string },
  undone: string,
): Promise<void> {
  const units = await sql.rows<{ unitId: UnitId; state: UnitState; fittingId: string; custodianId: OrganisationId }>(
    `SELECT u.id AS "unitId", u.state, f.id AS "fittingId", o.workshop_id AS "custodianId"
       FROM unit u
       JOIN unit_event e ON e.unit_id = u.id AND e.seq = u.last_seq - 1 AND e.type = 'removed'
                        AND e.detail ->> 'replacedBy' = $1::uuid::text
       JOIN fitting f ON f.unit_id = u.id AND f.undone_at IS NULL AND f.removed_by_order = $2
       JOIN repair_order o ON o.id = f.order_id
      WHERE u.id IN (SELECT unit_id FROM old_part WHERE fitting_id = $1::uuid)
      ORDER BY u.id FOR UPDATE OF u`,
    [undone, order.id],
  );
  for (const { unitId, state, fittingId, custodianId } of units) {
    await sql.run('UPDATE fitting SET removed_at = NULL, removed_by_order = NULL WHERE id = $1', [fittingId]);
    const to = advance(state, 'fitted');
    await recordSteps(sql, deed, [
      { unitId, type: 'removal_undone', from: state, to, custodianId, reference: order.number },
    ]);
  }
}

async function fittingMeant(sql: Sql, orderId: RepairOrderId, oldPart: OldPartDto): Promise<string | null> {
  const line = await sql.first('SELECT 1 FROM part_line WHERE order_id = $1 AND line = $2 AND removed_at IS NULL', [
    orderId,
    oldPart.line,
  ]);
  if (!line) throw new LineNotFound(oldPart.line);
  const fitting = await sql.first<{ id: string }>(
    `SELECT f.id FROM fitting f
      WHERE f.order_id = $1 AND f.line = $2 AND f.undone_at IS NULL AND ($3::uuid IS NULL OR f.id = $3)
      ORDER BY EXISTS (SELECT FROM old_part o WHERE o.fitting_id = f.id), f.recorded_at DESC LIMIT 1`,
    [orderId, oldPart.line, oldPart.fitting ?? null],
  );
  if (!fitting && oldPart.fitting !== undefined) throw new FittingNotFound();
  return fitting?.id ?? null;
}
