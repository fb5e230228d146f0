import type { Actor, Role } from '../auth/actor.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import { notARegistrar, notTheRegistrar } from './issuance.refusals.ts';

/** Who registers units: the maker's warehouses, and makers that label their parts themselves. */
export const REGISTRARS = ['operator', 'lead', 'catalogue_editor'] as const satisfies Role[];

/** Who may look on, besides. */
export const ONLOOKERS = ['analyst', 'key_custodian'] as const satisfies Role[];

/** Whose parts the actor labels: its own, or those of the maker that its warehouse belongs to. */
export function registrarsMaker({ organisation }: Actor): OrganisationId {
  if (organisation.makerId === null) throw notARegistrar();
  return organisation.makerId;
}

export function refuseUnlessRegistrar({ organisation }: Actor, warehouseId: OrganisationId): void {
  if (organisation.id !== warehouseId) throw notTheRegistrar();
}
