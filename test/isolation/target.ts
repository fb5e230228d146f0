import type { OrganisationKind } from '../../src/auth/actor.ts';
import type { Call } from '../support/openapi-walk.ts';
import type { OutsiderKind, Tenants } from './tenants.ts';

/**
 * What somebody hears who holds the right roles, in an organisation that this is no business of.
 * A status: nothing at all was changed. `own`: the call is about the caller's own affairs, so it may succeed and change
 * those. `seen`: it is kept that they were here and what they claimed, and the thing itself stays as it is.
 */
export type Heard = number | 'own' | 'seen';

/** How one operation is attacked: with something real of its owner's that the rightful caller could do it to. */
export interface Target {
  /** Made anew for every attack. */
  readonly aim: (tenants: Tenants) => Promise<Call> | Call;
  /** By kind of organisation that holds roles for it. */
  readonly outsiders: Partial<Record<OutsiderKind, Heard>>;
  /** The same in another guise, also with real things: for instance the caller's own order and a foreign fitting. */
  readonly disguise?: Pick<Target, 'aim' | 'outsiders'>;
  /** Who does it rightfully in the end, to show that the aim was true; `nobody` with the reason why not. */
  readonly rightful?: OrganisationKind | { readonly nobody: string };
  /** Of a public operation: what anybody is told. */
  readonly anybody?: number;
}

export type Targets = Readonly<Record<string, Target>>;
