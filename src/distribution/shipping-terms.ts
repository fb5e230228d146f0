import type { OrganisationId } from '../kernel/identifiers.ts';
import { advance, blockingHolds, isStep, type UnitState } from '../units/unit-lifecycle.ts';
import type { FoundUnit } from '../units/unit-lookup.ts';
import {
  ALREADY_SHIPPED,
  CARTON_EMPTY,
  CARTON_OPEN,
  CARTON_SHIPPED,
  LABEL_NOT_OURS,
  NOT_IN_CUSTODY,
  NOT_OF_CONSIGNEE,
  notAnOldPart,
  notInStock,
  onHold,
  packedIn,
  UNKNOWN_CARTON,
  UNKNOWN_UNIT,
  type Objection,
} from './code-faults.ts';
import type { CartonRow } from './cartons.query.ts';
import { isLabelOf, type ReadCode } from './codes.ts';
import type { ShipmentKind } from './network.ts';

/** Between whom, and as what, units are to travel. */
export interface Terms {
  readonly senderId: OrganisationId;
  /** The consignee's maker; `null` for a workshop, which takes any maker's parts. */
  readonly consigneeMakerId: OrganisationId | null;
  readonly kind: ShipmentKind;
}

const OLD_PARTS: readonly UnitState[] = ['core_return', 'warranty_return'];

/** What stands in the way of shipping a unit; `null` when it may go. */
export function objectionTo(unit: FoundUnit, { senderId, consigneeMakerId, kind }: Terms): Objection | null {
  if (unit.custodianId !== senderId) return NOT_IN_CUSTODY;
  if (consigneeMakerId !== null && unit.makerId !== consigneeMakerId) return NOT_OF_CONSIGNEE;
  if (unit.shipmentId !== null) return ALREADY_SHIPPED;
  if (kind === 'return_old') return OLD_PARTS.includes(unit.state) ? null : notAnOldPart(unit);
  if (!isStep(unit.state, 'in_transit')) return notInStock(unit);
  const holds = blockingHolds(unit.state, 'in_transit', unit.holds);
  return holds.length > 0 ? onHold(holds) : null;
}

/** What stands in the way of loading what was read: it names no unit, is not its label, or lies in a carton. */
export function objectionToCode(code: ReadCode, unit: FoundUnit | null): Objection | null {
  if (!unit) return UNKNOWN_UNIT;
  if (!isLabelOf(code, unit)) return LABEL_NOT_OURS;
  return unit.sscc === null ? null : packedIn(unit.sscc);
}

/** What stands in the way of loading a carton, whatever is in it. */
export function objectionToCarton(carton: CartonRow | undefined): Objection | null {
  if (!carton) return UNKNOWN_CARTON;
  if (carton.isGone) return CARTON_SHIPPED;
  if (carton.sealedAt === null) return CARTON_OPEN;
  return carton.units.length === 0 ? CARTON_EMPTY : null;
}

/** The state of a unit on the road. An old part keeps the state that says what it is. */
export const onTheRoad = (from: UnitState, kind: ShipmentKind): UnitState =>
  kind === 'return_old' ? from : advance(from, 'in_transit');

/** The state of a unit that arrived. */
export const onArrival = (from: UnitState, kind: ShipmentKind): UnitState =>
  advance(from, kind === 'return_old' ? 'received_old' : 'in_stock');

/** The state of a unit whose shipment was voided. */
export const onVoiding = (from: UnitState, kind: ShipmentKind): UnitState =>
  kind === 'return_old' ? from : advance(from, 'in_stock');
