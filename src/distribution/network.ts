import type { OrganisationKind } from '../auth/actor.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';

/** `supply`: new parts outward · `return_new`: new parts back, to be inspected · `return_old`: cores and warranty parts back. */
export const SHIPMENT_KINDS = ['supply', 'return_new', 'return_old'] as const;
export type ShipmentKind = (typeof SHIPMENT_KINDS)[number];

export interface Trader {
  readonly id: OrganisationId;
  readonly kind: OrganisationKind;
  /** The maker that a warehouse belongs to; `null` for workshops. */
  readonly makerId: OrganisationId | null;
}

/**
 * Who may consign to whom: a maker's warehouse supplies workshops and its sister warehouses, a workshop returns to a
 * warehouse. Two workshops never trade units, and two makers' warehouses neither: that is diversion.
 */
export function mayConsign(from: Trader, to: Trader, kind: ShipmentKind): boolean {
  if (from.id === to.id) return false;
  if (kind !== 'supply') return from.kind === 'workshop' && to.kind === 'warehouse';
  return (
    from.kind === 'warehouse' && (to.kind === 'workshop' || (to.kind === 'warehouse' && to.makerId === from.makerId))
  );
}
