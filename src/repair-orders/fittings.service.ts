import { Injectable } from '@nestjs/common';
import { hasRole, type Actor } from '../auth/actor.ts';
import { Database, type Tx } from '../database/database.ts';
import type { FittingEvidence, LineFacts, OrderFacts } from '../flags/evidence.ts';
import type { FlagContext } from '../flags/flag-record.ts';
import { FlagsService } from '../flags/flags.service.ts';
import { unitMeant } from '../flags/rules/scanned-unit.ts';
import { findings, type Finding } from '../flags/rule.ts';
import { RULES } from '../flags/rules.ts';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/identifiers.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { flagContext, ScansService } from '../scans/scans.service.ts';
import { recordSteps, type Deed } from '../units/ledger.ts';
import type { RegisteredUnit } from '../verification/evidence.query.ts';
import { sightingBy, type Sighting } from '../verification/scan-evidence.ts';
import { verdictOf, type Verdict } from '../verification/verdict.ts';
import { VerificationService, type Look } from '../verification/verification.service.ts';
import { fittingEvidence } from './fitting-evidence.ts';
import { custodyRefusal, gateOf, passes } from './fitting-decision.ts';
import type { FittingDto } from './fitting.dto.ts';
import { closeAllocation, insertFitting, openAllocation, receiveOnTheWay } from './fitting-records.ts';
import { OldPartsService, type OldPartRead } from './old-parts.service.ts';
import { isSettled } from './order-status.ts';
import { FittingBlocked, LineNotFound, OrderSettled, UnitUnknown } from './repair-orders.refusals.ts';
import { lockOrder } from './stored-order.query.ts';

export interface Fitted {
  readonly fitting: {
    readonly id: string;
    readonly line: number;
    readonly serial: string | null;
    readonly fittedAt: string;
  };
  readonly verdict: Verdict;
}

/** One attempt, judged: what was seen, what the rules say, and whether the register lets it happen. */
interface Judged {
  readonly sighting: Sighting;
  readonly look: Look;
  readonly order: OrderFacts;
  readonly line: LineFacts;
  readonly found: readonly Finding[];
  readonly verdict: Verdict;
  readonly oldPart: OldPartRead | null;
}

/** Stops the transaction and carries what was found out of it: the step is prevented, the finding is not forgotten. */
class Stopped extends Error {
  constructor(
    readonly refusal: Refusal,
    readonly judged: Judged,
  ) {
    super(refusal.message);
  }
}

/** A technician records a part as fitted. Everything that was found is kept, whether or not the part went in. */
@Injectable()
export class FittingsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly verification: VerificationService,
    private readonly flags: FlagsService,
    private readonly scans: ScansService,
    private readonly oldParts: OldPartsService,
  ) {}

  async fit(actor: Actor, orderNumber: string, attempt: FittingDto): Promise<Fitted> {
    try {
      return await this.database.transaction(async (tx) => {
        const judged = await this.judge(tx, actor, orderNumber, attempt);
        refuseWhereDue(judged, actor, attempt);
        return this.write(tx, actor, attempt, judged);
      });
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      await this.keepPrevented(actor, error.judged);
      throw error.refusal;
    }
  }

  private async judge(tx: Tx, actor: Actor, orderNumber: string, attempt: FittingDto): Promise<Judged> {
    await lockOrder(tx, actor.organisation.id, orderNumber);
    const sighting = this.sightingOf(actor, orderNumber, attempt);
    const look = await this.lookAndLock(tx, sighting);
    const order = look.records.order!;
    const line = order.lines.find((each) => each.line === attempt.line);
    if (!line) throw new LineNotFound(attempt.line);
    const newUnitId = attempt.code === undefined ? null : (unitMeant(look.evidence)?.id ?? null);
    const oldPart = await this.oldParts.read(
      tx,
      { order, fitting: { id: null, newUnitId } },
      attempt.removedPart?.code,
    );
    const evidence = await fittingEvidence(tx, attempt, sighting, look, { order, line, oldPart });
    const fromFitting = findings<FittingEvidence>(RULES.fitting, evidence, look.records.policies);
    // Without a code there was nothing to read; what the label rules say of it would be noise.
    const found = attempt.code === undefined ? fromFitting : [...look.findings, ...fromFitting];
    return { sighting, look, order, line, found, verdict: verdictOf(look.evidence, found, sighting.scanId), oldPart };
  }

  /** Looks twice where a unit is found: first for its number, then, with its row locked, for good. */
  private async lookAndLock(tx: Tx, sighting: Sighting): Promise<Look> {
    const first = await this.verification.look(tx, sighting);
    if (!first.records.unit) return first;
    await tx.rows('SELECT id FROM unit WHERE id = $1 FOR UPDATE', [first.records.unit.id]);
    return this.verification.look(tx, sighting);
  }

  private sightingOf(actor: Actor, orderNumber: string, attempt: FittingDto): Sighting {
    const { fittedAt, code = '', line } = attempt;
    const scannedAt = fittedAt === undefined ? {} : { scannedAt: new Date(fittedAt) };
    return sightingBy(actor, this.clock.now(), {
      scanId: newId(),
      code,
      purpose: 'fit',
      orderNumber,
      line,
      isWithinStep: true,
      ...scannedAt,
    });
  }

  private async write(tx: Tx, actor: Actor, attempt: FittingDto, judged: Judged): Promise<Fitted> {
    const { sighting, look, order, line } = judged;
    const unit = look.records.unit;
    const fittingId = newId();
    const deed: Deed = {
      organisationId: actor.organisation.id,
      actorId: actor.id,
      at: sighting.scannedAt,
      recordedAt: sighting.recordedAt,
    };
    if (unit) await this.takeFromStock(tx, actor, deed, unit, { order, line: line.line, fittingId });
    await insertFitting(tx, {
      id: fittingId,
      orderId: order.id,
      line: line.line,
      unitId: unit?.id ?? null,
      partId: unit?.partId ?? line.partId,
      lot: attempt.lot ?? null,
      withoutCodeReason: unit ? null : (attempt.reason ?? null),
      quantity: unit ? 1 : (attempt.quantity ?? 1),
      vinScanned: attempt.vin ?? null,
      vehicleVin: order.vin,
      position: attempt.position ?? line.position,
      odometer: attempt.odometer ?? null,
      supersession: look.evidence.supersession,
      reason: attempt.reason ?? null,
      technicianId: actor.id,
      fittedAt: sighting.scannedAt,
      recordedAt: sighting.recordedAt,
    });
    if (attempt.removedPart)
      await this.oldParts.write(
        tx,
        deed,
        { order, line: line.line, fittingId, odometer: attempt.odometer ?? null },
        attempt.removedPart,
        judged.oldPart,
      );
    if (attempt.code !== undefined) await this.scans.keepWithin(tx, sighting, look, judged.verdict);
    const override = attempt.reason === undefined ? {} : { override: { reason: attempt.reason, by: actor.id } };
    await this.flags.record(tx, deed, judged.found, contextOf(judged, { isPrevented: false, ...override }));
    await tx.run(
      "UPDATE repair_order SET status = 'in_progress' WHERE id = $1 AND status IN ('draft', 'checked_in', 'estimated', 'approved', 'on_hold', 'ready')",
      [order.id],
    );
    const fittedAt = sighting.scannedAt.toISOString();
    return {
      fitting: { id: fittingId, line: line.line, serial: unit?.serial ?? null, fittedAt },
      verdict: judged.verdict,
    };
  }

  /** A unit passes through every state on its way into the car, also where nobody recorded the steps before. */
  private async takeFromStock(
    tx: Tx,
    actor: Actor,
    deed: Deed,
    unit: RegisteredUnit,
    { order, line, fittingId }: { order: OrderFacts; line: number; fittingId: string },
  ): Promise<void> {
    const step = { unitId: unit.id, reference: order.number };
    const workshopId = actor.organisation.id;
    if (unit.currentState === 'in_transit') {
      const detail = { impliedBy: 'fitting' };
      await recordSteps(tx, deed, [
        { ...step, type: 'received', from: 'in_transit', to: 'in_stock', custodianId: workshopId, detail },
      ]);
      await receiveOnTheWay(tx, unit.id, workshopId, deed.at);
    }
    if (unit.currentState !== 'allocated') {
      await openAllocation(tx, { unitId: unit.id, orderId: order.id, line, by: actor.id, at: deed.at });
      await recordSteps(tx, deed, [{ ...step, type: 'allocated', from: 'in_stock', to: 'allocated' }]);
    }
    await closeAllocation(tx, unit.id, 'fitted', deed.at);
    await recordSteps(tx, deed, [
      { ...step, type: 'fitted', from: 'allocated', to: 'fitted', detail: { fittingId, line } },
    ]);
  }

  private async keepPrevented(actor: Actor, judged: Judged): Promise<void> {
    const { sighting, look, found, verdict } = judged;
    await this.database.transaction(async (tx) => {
      if (sighting.code !== '') await this.scans.keepWithin(tx, sighting, look, verdict);
      const deed = {
        organisationId: actor.organisation.id,
        actorId: actor.id,
        at: sighting.scannedAt,
        recordedAt: sighting.recordedAt,
      };
      await this.flags.record(tx, deed, found, contextOf(judged, { isPrevented: true }));
    });
  }
}

/** Where no code was read, there was no reading either. */
function contextOf({ sighting, look }: Judged, how: Parameters<typeof flagContext>[2]): FlagContext {
  const context = flagContext(sighting, look, how);
  return sighting.code === '' ? { ...context, code: null, scanId: null } : context;
}

/** The register's own noes come first: they say most exactly what is wrong. Then what the findings ask for. */
function refuseWhereDue(judged: Judged, actor: Actor, attempt: FittingDto): void {
  const { order, line, look, found, verdict } = judged;
  const stop = (refusal: Refusal): never => {
    throw new Stopped(refusal, judged);
  };
  if (isSettled(order.status)) stop(new OrderSettled(order.status));
  if (attempt.code !== undefined) {
    const unit = look.records.unit;
    if (!unit) return stop(new UnitUnknown(verdict));
    const place = { workshopId: actor.organisation.id, orderId: order.id, line: line.line };
    const isForged = found.some((finding) => finding.subject === 'code' && finding.level === 5);
    const refusal = isForged ? null : custodyRefusal(unit, place);
    if (refusal) stop(refusal);
  }
  const isUncoded = attempt.code === undefined && line.tracking === 'serial' && gateOf(found) === 'open';
  const gate = isUncoded ? 'reason' : gateOf(found);
  if (!passes(gate, hasRole(actor, 'supervisor'), attempt.reason) && gate !== 'open')
    stop(new FittingBlocked(found, verdict, gate));
}
