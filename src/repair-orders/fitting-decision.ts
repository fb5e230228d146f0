import type { LineFacts, OrderFacts, UnitFacts } from '../flags/evidence.ts';
import type { FlagContext } from '../flags/flag-record.ts';
import type { Finding } from '../flags/rule.ts';
import type { OrganisationId, RepairOrderId } from '../kernel/identifiers.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { blockingHolds } from '../units/unit-lifecycle.ts';
import { unitOnHold } from '../units/units.refusals.ts';
import { UnitAllocatedElsewhere, UnitAlreadyFitted, UnitNotHere } from './repair-orders.refusals.ts';

/** What stands between findings and a fitting: nothing, a reason, a supervisor's reason, or no way at all. */
export type Gate = 'open' | 'reason' | 'supervisor' | 'nobody';

/** L3 asks whoever fits for a reason, L4 asks a supervisor, L5 asks nobody: it is not fitted. */
export function gateOf(findings: readonly Pick<Finding, 'level'>[]): Gate {
  const worst = Math.max(0, ...findings.map((finding) => finding.level));
  return worst >= 5 ? 'nobody' : worst === 4 ? 'supervisor' : worst === 3 ? 'reason' : 'open';
}

/** What an analyst filters by, of a step on a line in which no label of a new part was read. */
export const lineContext = (
  order: Pick<OrderFacts, 'id' | 'workshopId'>,
  { line, makerId, partId }: Pick<LineFacts, 'line' | 'makerId' | 'partId'>,
  how: Pick<FlagContext, 'isPrevented' | 'override'>,
): FlagContext => ({
  unit: null,
  code: null,
  makerId,
  partId,
  workshopId: order.workshopId,
  orderId: order.id,
  line,
  scanId: null,
  isPublic: false,
  ...how,
});

/** Whether this person, with or without a reason, may pass. */
export function passes(gate: Gate, isSupervisor: boolean, reason: string | undefined): boolean {
  if (gate === 'open') return true;
  if (gate === 'nobody' || reason === undefined) return false;
  return gate === 'reason' || isSupervisor;
}

export interface Place {
  readonly workshopId: OrganisationId;
  readonly orderId: RepairOrderId;
  readonly line: number;
}

/**
 * Why the register does not let this unit be fitted here, whatever anybody says; null when it does. A unit on its way to
 * this very workshop may be fitted: its receipt is then made up for, and rule K03 asks for a reason.
 */
export function custodyRefusal(
  unit: Pick<UnitFacts, 'allocation' | 'holds' | 'transit'> & {
    readonly currentState: UnitFacts['state'];
    readonly currentCustodianId: OrganisationId;
  },
  place: Place,
): Refusal | null {
  const { currentState: state, allocation } = unit;
  if (state === 'fitted') return new UnitAlreadyFitted();
  if (state === 'allocated' && !(allocation?.orderId === place.orderId && allocation.line === place.line))
    return new UnitAllocatedElsewhere();
  const isHere = unit.currentCustodianId === place.workshopId;
  const isArriving = state === 'in_transit' && unit.transit?.toId === place.workshopId;
  if (!(isHere && (state === 'in_stock' || state === 'allocated')) && !isArriving) return new UnitNotHere(state);
  const holds = blockingHolds('allocated', 'fitted', unit.holds);
  return holds.length > 0 ? unitOnHold(holds) : null;
}
