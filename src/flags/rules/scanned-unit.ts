import type { UnitState } from '../../units/unit-lifecycle.ts';
import type { OrganisationId } from '../../kernel/identifiers.ts';
import type { ScanEvidence, UnitFacts, Witness } from '../evidence.ts';

/**
 * The unit that a reading speaks of. A code that is forged, imitates us or is not the text that we printed borrowed its
 * number: whatever is then amiss with the unit of that number is no news about it.
 */
export function unitMeant({ reading, unit }: Pick<ScanEvidence, 'reading' | 'unit'>): UnitFacts | null {
  const isOurText = reading.kind === 'unsigned' || (reading.kind === 'signed' && reading.signature === 'issued');
  return isOurText ? unit : null;
}

/** The states in which somebody may sell or fit a unit as new. Only then are its way here and its part number judged. */
const NEW: readonly UnitState[] = ['in_stock', 'in_transit', 'allocated'];
export const isNew = (unit: UnitFacts): boolean => NEW.includes(unit.state);

/** Where the label was read, as far as anybody can know. */
export const siteOf = (witness: Witness): OrganisationId | null =>
  witness.kind === 'staff' ? witness.organisationId : null;

/** Where a new unit is bound for: the consignee while it travels, its custodian otherwise. */
export const destinationOf = (unit: UnitFacts): OrganisationId | undefined =>
  // A late scan is judged by the state of its own time, when the shipment that has since been closed was open.
  unit.state === 'in_transit' ? (unit.transit?.toId ?? unit.consignedTo.at(-1)) : unit.custodianId;

/** The maker, or the warehouse that printed the label: there a label may be read before it is stock and after it is void. */
export const isLabelsHome = (witness: Witness, unit: UnitFacts): boolean =>
  witness.kind === 'staff' &&
  (witness.organisationKind === 'platform' ||
    witness.organisationId === unit.registeredById ||
    witness.organisationId === unit.makerId);
