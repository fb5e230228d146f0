import { randomBytes } from 'node:crypto';

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
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at, 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id;
}
