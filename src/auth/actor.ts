import type { OrganisationId } from '../kernel/identifiers.ts';
import type { Words } from '../kernel/words.ts';

/** Who may hold which role: the roles of an organisation are those of its kind, and no others. */
export const ROLES = {
  maker: ['catalogue_editor', 'key_custodian', 'analyst'],
  warehouse: ['operator', 'lead'],
  workshop: ['technician', 'parts_clerk', 'advisor', 'supervisor'],
  platform: ['administrator'],
} as const;

export type OrganisationKind = keyof typeof ROLES;
export type Role = (typeof ROLES)[OrganisationKind][number];

export const ORGANISATION_KINDS = Object.keys(ROLES) as readonly OrganisationKind[];
export const ALL_ROLES: readonly Role[] = Object.values(ROLES).flat();

/** Who answers for an organisation: they make its API keys. */
export const LEADING_ROLES = ['catalogue_editor', 'lead', 'supervisor', 'administrator'] as const satisfies Role[];

/** Who may read what was done in their organisation; the administrator, in any. */
export const AUDIT_READERS = [...LEADING_ROLES, 'analyst', 'key_custodian'] as const satisfies Role[];

export interface ActorOrganisation {
  readonly id: OrganisationId;
  readonly kind: OrganisationKind;
  readonly code: string;
  readonly name: Words;
  /** The maker that a warehouse belongs to, a maker's own id, `null` for workshops and the platform. */
  readonly makerId: OrganisationId | null;
}

/** The person or machine a request acts for. `id` is an account's or an API key's, as `kind` says. */
export interface Actor {
  readonly kind: 'account' | 'apiKey';
  readonly id: string;
  readonly name: string;
  readonly organisation: ActorOrganisation;
  readonly roles: readonly Role[];
}

export const hasRole = (actor: Actor, ...roles: readonly Role[]): boolean =>
  actor.roles.some((role) => roles.includes(role));

/** Whether every role in `roles` is one that an organisation of this kind knows. */
export const areRolesOf = (kind: OrganisationKind, roles: readonly string[]): roles is Role[] =>
  roles.every((role) => (ROLES[kind] as readonly string[]).includes(role));
