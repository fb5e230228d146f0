import type { OrganisationId, UnitId } from '../kernel/identifiers.ts';
import type { UnitState } from '../units/unit-lifecycle.ts';
import type { FoundUnit } from '../units/unit-lookup.ts';
import { isLabelOf, type ReadCode } from './codes.ts';
import type { ShippedUnit } from './shipment-rows.ts';

/** A code and the unit that it names, if it names one. */
export interface Looked {
  readonly code: ReadCode;
  readonly unit: FoundUnit | null;
}

export interface Arrived extends Looked {
  readonly unit: FoundUnit;
}

/** What the consignee read, beside what was sent. */
export interface Arrivals {
  /** On the road in this shipment, each unit once. */
  readonly arrived: readonly Arrived[];
  /** In this shipment, received before, and still here: read twice, which is no trouble. */
  readonly again: number;
  /** Not in this shipment, or not where its records say it is, or under a label that is not its own. Each code once. */
  readonly strangers: readonly Looked[];
}

/** What a delivery is compared with. */
export interface Delivery {
  readonly shipmentId: string;
  readonly consigneeId: OrganisationId;
  readonly shipped: readonly ShippedUnit[];
}

/** A unit that was received here and only waits to be used. In any other state its label cannot be in a delivery. */
const STILL_HERE: readonly UnitState[] = ['in_stock', 'allocated', 'received_old'];

export function sortArrivals(read: readonly Looked[], { shipmentId, consigneeId, shipped }: Delivery): Arrivals {
  const received = new Set(shipped.flatMap(({ unitId, isReceived }) => (isReceived ? [unitId] : [])));
  const arrived = new Map<UnitId, Arrived>();
  const strangers = new Map<string, Looked>();
  let again = 0;
  for (const { code, unit } of read) {
    const named = unit && isLabelOf(code, unit) ? unit : null;
    // The unit's own word, read under its lock: the list of what was shipped may be a moment older.
    if (named?.shipmentId === shipmentId) arrived.set(named.id, arrived.get(named.id) ?? { code, unit: named });
    else if (named && received.has(named.id) && isStillHere(named, consigneeId)) again++;
    else strangers.set(code.text, { code, unit });
  }
  return { arrived: [...arrived.values()], again, strangers: [...strangers.values()] };
}

const isStillHere = ({ custodianId, state }: FoundUnit, consigneeId: OrganisationId): boolean =>
  custodianId === consigneeId && STILL_HERE.includes(state);

/** Strangers of a part that this shipment does not carry at all. */
export function wrongParts({ strangers }: Arrivals, shipped: readonly ShippedUnit[]): Arrived[] {
  const carried = new Set(shipped.map(({ partNumber }) => partNumber));
  return strangers.flatMap(({ code, unit }) => (unit && !carried.has(unit.partNumber) ? [{ code, unit }] : []));
}
