import { Injectable } from '@nestjs/common';
import { hasRole, type Actor } from '../auth/actor.ts';
import { Config } from '../config/config.ts';
import { Database, type Sql } from '../database/database.ts';
import type { OldPartEvidence, OrderFacts } from '../flags/evidence.ts';
import { FlagsService } from '../flags/flags.service.ts';
import { findings, type Finding } from '../flags/rule.ts';
import { RULES } from '../flags/rules.ts';
import { Clock } from '../kernel/clock.ts';
import { newId, type RepairOrderId, type UnitId } from '../kernel/identifiers.ts';
import { parseLabel } from '../labels/label-text.ts';
import { deedOf, type Deed } from '../units/ledger.ts';
import { orderFacts } from '../verification/order-facts.query.ts';
import type { OldPartDto, RemovedPartDto } from './fitting.dto.ts';
import { gateOf, lineContext, passes } from './fitting-decision.ts';
import { insertOldPart, oldUnitOf, type OldUnit } from './fitting-records.ts';
import { policiesFor } from './invoices.query.ts';
import { isSettled } from './order-status.ts';
import { OldPartUnreadable } from './fittings.refusals.ts';
import { FittingBlocked, FittingNotFound, LineNotFound, OrderSettled } from './repair-orders.refusals.ts';
import { lockOrder } from './stored-order.query.ts';
import { takeOut } from './taking-out.ts';

/** What the label of an old part said, and the unit behind it where the register knows it. */
export interface OldPartRead {
  readonly serial: string;
  readonly unit: OldUnit | null;
  /** It is the label of the very part that goes in, or went in, at its place. */
  readonly isNewPart: boolean;
}

/** The fitting that an old part is told of: its id, where it is on record already, and the unit that it puts in. */
export interface ToldOf {
  readonly id: string | null;
  readonly newUnitId: UnitId | null;
}

/** Where the old part came out, and for which fitting. */
export interface OldPartPlace {
  readonly order: Pick<OrderFacts, 'id' | 'number' | 'vin'>;
  readonly line: number;
  readonly fittingId: string | null;
  /** km, where it was read at the same time. */
  readonly odometer: number | null;
}

export const oldUnitFacts = ({ serial, unit, isNewPart }: OldPartRead): NonNullable<OldPartEvidence['oldUnit']> => ({
  isKnown: unit !== null,
  serial,
  partNumber: unit?.partNumber ?? null,
  isNewPart,
  wasFittedHere: unit !== null && (unit.isFittedHere || unit.isOutHere),
  isTold: unit?.isTold ?? false,
});

/** What became of the part that came out: the owner took it, waived it, or it goes back to the maker. */
@Injectable()
export class OldPartsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly flags: FlagsService,
  ) {}

  /** @throws OldPartUnreadable when there is a code and it cannot be read */
  async read(
    sql: Sql,
    { order, fitting }: { readonly order: OldPartPlace['order']; readonly fitting: ToldOf },
    code: string | undefined,
  ): Promise<OldPartRead | null> {
    if (code === undefined) return null;
    const parsed = parseLabel(code, this.config.labelOrigin);
    if (parsed.kind === 'unreadable' || parsed.kind === 'foreignHost') throw new OldPartUnreadable();
    const named = { gtin: parsed.gtin ?? null, serial: parsed.serial };
    const unit = await oldUnitOf(sql, named, { order, fittingId: fitting.id });
    return { serial: parsed.serial, unit, isNewPart: unit !== null && unit.unitId === fitting.newUnitId };
  }

  /**
   * Records the outcome and which unit was shown; one that the register has in this very car comes out of it in the same breath.
   */
  async write(
    sql: Sql,
    deed: Deed,
    { order, line, fittingId, odometer }: OldPartPlace,
    { id, outcome, note }: Pick<RemovedPartDto, 'id' | 'outcome' | 'note'>,
    read: OldPartRead | null,
  ): Promise<void> {
    const unit = read === null || read.isNewPart ? null : read.unit;
    if (unit?.isFittedHere && outcome !== 'none')
      await takeOut(sql, deed, order, { ...unit, replacedBy: fittingId, odometer }, outcome);
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

  /**
   * An outcome told after the fitting, by whoever hands the car back. Its label is judged as at the fitting.
   * @throws FittingBlocked with what was found; it is kept as prevented.
   */
  async record(actor: Actor, orderNumber: string, oldPart: OldPartDto): Promise<void> {
    const refusal = await this.database.transaction(async (tx) => {
      const { status } = await lockOrder(tx, actor.organisation.id, orderNumber);
      if (isSettled(status)) throw new OrderSettled(status);
      const order = (await orderFacts(tx, actor.organisation.id, orderNumber))!;
      const line = order.lines.find((each) => each.line === oldPart.line);
      if (!line) throw new LineNotFound(oldPart.line);
      const fitting = await fittingMeant(tx, order.id, oldPart);
      const read = await this.read(tx, { order, fitting }, oldPart.code);
      const found = read ? await judged(tx, order, { oldUnit: oldUnitFacts(read), line }) : [];
      const gate = gateOf(found);
      const { reason } = oldPart;
      const isPrevented = gate !== 'open' && !passes(gate, hasRole(actor, 'supervisor'), reason);
      const override = isPrevented || reason === undefined ? null : { reason, by: actor.id };
      const deed = deedOf(actor, this.clock.now());
      await this.flags.record(tx, deed, found, lineContext(order, line, { isPrevented, override }));
      if (isPrevented) return new FittingBlocked(found, undefined, gate === 'nobody' ? 'oldPart' : gate);
      await this.write(tx, deed, { order, line: line.line, fittingId: fitting.id, odometer: null }, oldPart, read);
      return null;
    });
    if (refusal) throw refusal;
  }
}

const judged = async (sql: Sql, order: OrderFacts, evidence: OldPartEvidence): Promise<Finding[]> =>
  findings(RULES.oldPart, evidence, await policiesFor(sql, order));

async function fittingMeant(sql: Sql, orderId: RepairOrderId, oldPart: OldPartDto): Promise<ToldOf> {
  const fitting = await sql.first<{ id: string; newUnitId: UnitId | null }>(
    `SELECT f.id, f.unit_id AS "newUnitId" FROM fitting f
      WHERE f.order_id = $1 AND f.line = $2 AND f.undone_at IS NULL AND ($3::uuid IS NULL OR f.id = $3)
      ORDER BY EXISTS (SELECT FROM old_part o WHERE o.fitting_id = f.id), f.recorded_at DESC LIMIT 1`,
    [orderId, oldPart.line, oldPart.fitting ?? null],
  );
  if (!fitting && oldPart.fitting !== undefined) throw new FittingNotFound();
  return fitting ?? { id: null, newUnitId: null };
}
