import { randomUUID } from 'node:crypto';

declare const brand: unique symbol;
type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };

export type OrganisationId = Branded<string, 'OrganisationId'>;
export type AccountId = Branded<string, 'AccountId'>;
export type PartId = Branded<string, 'PartId'>;
/** A unit's row number: a decimal string, as PostgreSQL's bigint arrives. Never shown; people see GTIN and serial. */
export type UnitId = Branded<string, 'UnitId'>;
export type RepairOrderId = Branded<string, 'RepairOrderId'>;

/** RFC 9562 UUID version 7: time-ordered, so that neighbours in time are neighbours in the index. */
export function newId<Id extends string = string>(at: number = Date.now()): Id {
  const time = at.toString(16).padStart(12, '0');
  // Node draws the randomness of many UUIDs at once; all but the first 15 characters of one is what version 7 has as well.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}` as Id;
}
