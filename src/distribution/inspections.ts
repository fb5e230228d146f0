import type { FoundUnit } from '../units/unit-lookup.ts';
import type { Arrived } from './arrivals.ts';
import { at, INSPECTION_MISSING } from './code-faults.ts';
import { readCodes } from './codes.ts';
import { codesRefused, inspectionNotExpected } from './distribution.refusals.ts';
import type { ShipmentKind } from './network.ts';
import type { InspectionDto } from './shipment.dto.ts';

/** What an inspector saw of a unit that came back as new. */
export interface Inspected {
  readonly unit: FoundUnit;
  readonly isAsNew: boolean;
  readonly note: string | null;
}

/**
 * One inspection for each unit that came back as new, and none for anything else. Either may spell the code its own way.
 * @throws Refusal INSPECTION_MISSING, INSPECTION_NOT_EXPECTED, UNREADABLE_CODE
 */
export function inspectionsOf(
  kind: ShipmentKind,
  arrived: readonly Arrived[],
  inspections: readonly InspectionDto[],
  origin: string,
): Inspected[] {
  if (kind !== 'return_new') {
    if (inspections.length > 0) throw inspectionNotExpected();
    return [];
  }
  const read = readCodes(
    inspections.map(({ code }) => code),
    origin,
    'inspections',
  );
  if (read.faults.length > 0) throw codesRefused(read.faults);
  const bySerial = new Map(read.codes.map(({ key, place }) => [key.serial, inspections[place]!]));
  const missing = arrived.filter(({ unit }) => !bySerial.has(unit.serial));
  if (missing.length > 0) throw codesRefused(missing.map(({ code }) => at(`codes[${code.place}]`, INSPECTION_MISSING)));
  return arrived.map(({ unit }) => {
    const { isAsNew, note } = bySerial.get(unit.serial)!;
    return { unit, isAsNew, note: note ?? null };
  });
}
