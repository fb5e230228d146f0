import type { OrganisationKind } from '../auth/actor.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';

/** `supply`: new parts outward · `return_new`: new parts back, to be inspected · `return_old`: cores and warranty parts back. */
export const SHIPMENT_KINDS = ['supply', 'return_new', 'return_old'] as const;
export type ShipmentKind = (typeof SHIPMENT_KINDS)[number];

export interface Trader {
  readonly id: OrganisationId;
  readonly kind: OrganisationKind;
  /** The maker that a warehouse belongs to, a maker's own id; `null` for workshops and the platform. */
  readonly makerId: OrganisationId | null;
}

/**
 * Who may consign to whom: a maker's side (its warehouses, or the maker where it labels its parts itself) supplies
 * workshops and its own side, a workshop returns to a maker's side. Two workshops never trade units, and two makers'
 * sides neither: that is diversion.
 */
export function mayConsign(from: Trader, to: Trader, kind: ShipmentKind): boolean {
  if (from.id === to.id) return false;
  if (kind !== 'supply') return from.kind === 'workshop' && to.makerId !== null;
  return from.makerId !== null && (to.kind === 'workshop' || to.makerId === from.makerId);
}
