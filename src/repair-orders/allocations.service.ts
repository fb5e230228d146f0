import { Injectable } from '@nestjs/common';
import { hasRole, type Actor } from '../auth/actor.ts';
import { Database, type Sql } from '../database/database.ts';
import { FlagsService } from '../flags/flags.service.ts';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/identifiers.ts';
import { Refusal } from '../kernel/refusal.ts';
import { flagContext, ScansService } from '../scans/scans.service.ts';
import { deedOf, recordSteps } from '../units/ledger.ts';
import { sightingBy, type Sighting } from '../verification/scan-evidence.ts';
import { verdictOf, type Verdict } from '../verification/verdict.ts';
import { VerificationService, type Look } from '../verification/verification.service.ts';
import { custodyRefusal, gateOf, passes } from './fitting-decision.ts';
import { SealBroken, UnitNotIssuedHere } from './fittings.refusals.ts';
import type { GiveBackDto, IssueDto } from './fitting.dto.ts';
import { closeAllocation, openAllocation } from './fitting-records.ts';
import { isSettled } from './order-status.ts';
import { FittingBlocked, LineNotFound, OrderSettled, UnitNotHere, UnitUnknown } from './repair-orders.refusals.ts';
import { lockOrder } from './stored-order.query.ts';

/** The parts clerk issues a unit to an order line, and takes it back unfitted with its seal intact. */
@Injectable()
export class AllocationsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly verification: VerificationService,
    private readonly flags: FlagsService,
    private readonly scans: ScansService,
  ) {}

  async allocate(actor: Actor, orderNumber: string, { line, code, reason }: IssueDto): Promise<Verdict> {
    const sighting = this.sightingOf(actor, orderNumber, line, code, 'fit');
    const attempt = await this.database.transaction(async (tx) => {
      const stored = await lockOrder(tx, actor.organisation.id, orderNumber);
      if (isSettled(stored.status)) throw new OrderSettled(stored.status);
      const look = await this.verification.look(tx, sighting);
      const order = look.records.order!;
      if (!order.lines.some((each) => each.line === line)) throw new LineNotFound(line);
      const verdict = verdictOf(look.evidence, look.findings, sighting.scanId);
      const refusal = refusalOf(actor, look, verdict, { orderId: order.id, line, reason });
      await this.keep(tx, actor, sighting, { look, verdict, reason, isPrevented: refusal !== null });
      if (refusal) return { verdict, refusal };
      const unit = look.records.unit!;
      if (unit.currentState === 'in_stock') {
        await openAllocation(tx, { unitId: unit.id, orderId: order.id, line, by: actor.id, at: sighting.recordedAt });
        await recordSteps(tx, deedOf(actor, sighting.recordedAt), [
          { unitId: unit.id, type: 'allocated', from: 'in_stock', to: 'allocated', reference: orderNumber },
        ]);
      }
      return { verdict, refusal: null };
    });
    if (attempt.refusal) throw attempt.refusal;
    return attempt.verdict;
  }

  async giveBack(actor: Actor, orderNumber: string, { code, seal }: GiveBackDto): Promise<void> {
    if (seal === 'broken') throw new SealBroken();
    await this.database.transaction(async (tx) => {
      const order = await lockOrder(tx, actor.organisation.id, orderNumber);
      const { records } = await this.verification.look(tx, this.sightingOf(actor, orderNumber, null, code, 'return'));
      const unit = records.unit;
      if (!unit || unit.allocation?.orderId !== order.id) throw new UnitNotIssuedHere();
      await closeAllocation(tx, unit.id, 'returned', this.clock.now());
      await recordSteps(tx, deedOf(actor, this.clock.now()), [
        { unitId: unit.id, type: 'released', from: 'allocated', to: 'in_stock', reference: orderNumber },
      ]);
    });
  }

  private sightingOf(
    actor: Actor,
    orderNumber: string,
    line: number | null,
    code: string,
    purpose: 'fit' | 'return',
  ): Sighting {
    return sightingBy(actor, this.clock.now(), {
      scanId: newId(),
      code,
      purpose,
      orderNumber,
      line,
      isWithinStep: true,
    });
  }

  private async keep(sql: Sql, actor: Actor, sighting: Sighting, issue: Issue): Promise<void> {
    const { look, verdict, reason, isPrevented } = issue;
    await this.scans.keepWithin(sql, sighting, look, verdict);
    const override = isPrevented || reason === undefined ? {} : { override: { reason, by: actor.id } };
    const context = flagContext(sighting, look, { isPrevented, ...override });
    await this.flags.record(sql, deedOf(actor, sighting.recordedAt), look.findings, context);
  }
}

/** One attempt to issue a unit, and whether it came to pass. */
interface Issue {
  readonly look: Look;
  readonly verdict: Verdict;
  readonly reason: string | undefined;
  readonly isPrevented: boolean;
}

/** Issuing is asked what fitting is asked, short of the car itself; a unit on the road is received first. */
function refusalOf(
  actor: Actor,
  look: Look,
  verdict: Verdict,
  {
    orderId,
    line,
    reason,
  }: { orderId: NonNullable<Look['records']['order']>['id']; line: number; reason: string | undefined },
): Refusal | null {
  const unit = look.records.unit;
  if (!unit) return new UnitUnknown(verdict);
  const gate = gateOf(look.findings);
  if (gate !== 'nobody') {
    const refusal = custodyRefusal(unit, { workshopId: actor.organisation.id, orderId, line });
    if (refusal) return refusal;
    if (unit.currentState === 'in_transit') return new UnitNotHere('in_transit');
  }
  return gate === 'open' || passes(gate, hasRole(actor, 'supervisor'), reason)
    ? null
    : new FittingBlocked(look.findings, verdict, gate);
}
