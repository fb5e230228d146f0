import type { Actor } from '../auth/actor.ts';
import type { SupersessionPath } from '../catalogue/supersession.ts';
import type {
  LabelReading,
  LineFacts,
  OrderFacts,
  Place,
  ScanEvidence,
  ScanPurpose,
  Witness,
} from '../flags/evidence.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import type { Records } from './evidence.query.ts';

/** One reading of one label, as whoever read it tells it. */
export interface Sighting {
  readonly scanId: string;
  readonly code: string;
  readonly purpose: ScanPurpose;
  readonly witness: Witness;
  readonly actorId: string | null;
  readonly orderNumber: string | null;
  readonly line: number | null;
  readonly scannedAt: Date;
  readonly recordedAt: Date;
  readonly device: string | null;
  readonly counter: number | null;
  readonly observed: ScanEvidence['observed'];
  readonly place: Place | null;
  /** Who sent the delivery that it was read out of. */
  readonly deliveredById?: OrganisationId;
  /** SHA-256 of what was sent, to tell the same scan sent twice from another one under its id. */
  readonly contentHash: Buffer | null;
  /** Read as part of a step, such as a fitting that follows its own scan: then it is nobody's double scan. */
  readonly isWithinStep: boolean;
}

/** A sighting by somebody signed in, here and now; `more` is what else they told. */
export function sightingBy(
  actor: Actor,
  now: Date,
  more: Pick<Sighting, 'scanId' | 'code' | 'purpose'> & Partial<Sighting>,
): Sighting {
  return {
    witness: { kind: 'staff', organisationId: actor.organisation.id, organisationKind: actor.organisation.kind },
    actorId: actor.id,
    orderNumber: null,
    line: null,
    scannedAt: now,
    recordedAt: now,
    device: null,
    counter: null,
    observed: UNOBSERVED,
    place: null,
    contentHash: null,
    isWithinStep: false,
    ...more,
  };
}

export const UNOBSERVED: ScanEvidence['observed'] = { partNumber: null, seal: null, vin: null };

/**
 * A scan this close to its arrival is judged by the records as they stand; an older one, out of an offline queue, by the
 * records as they stood then. In between lies what a phone's clock is commonly off by.
 */
const LIVE_MINUTES = 2;
const MINUTE = 60_000;

export const isLive = (sighting: Pick<Sighting, 'scannedAt' | 'recordedAt'>): boolean =>
  sighting.recordedAt.getTime() - sighting.scannedAt.getTime() < LIVE_MINUTES * MINUTE;

export function scanEvidence(
  sighting: Sighting,
  reading: LabelReading,
  records: Records,
  supersession: SupersessionPath | null,
): ScanEvidence {
  const lateBy = sighting.recordedAt.getTime() - sighting.scannedAt.getTime();
  return {
    now: sighting.recordedAt,
    scannedAt: sighting.scannedAt,
    purpose: sighting.purpose,
    witness: sighting.witness,
    reading,
    unit: records.unit,
    unknownSightings: records.unknownSightings,
    order: records.order,
    line: records.order && lineMeant(records.order, sighting, records.unit?.partNumber ?? null),
    supersession,
    place: sighting.place,
    elsewhere: records.elsewhere,
    otherDevices: records.otherDevices,
    deliveredById: sighting.deliveredById ?? null,
    twin: records.twinAt && !sighting.isWithinStep ? { at: records.twinAt } : null,
    observed: sighting.observed,
    offline: {
      isIdReused: isOtherContent(records.earlier?.contentHash ?? null, sighting.contentHash),
      isCounterBack: records.isCounterBack,
      hoursLate: Math.max(0, lateBy / (60 * MINUTE)),
    },
  };
}

export const approvedPartNumber = (line: LineFacts): string => line.approval?.partNumber ?? line.partNumber;

/**
 * The line that the scan names; else the one that asks for this part; else, where somebody is about to fit, the only
 * open question: the first line. A check at the counter that fits no line is about no line.
 */
export function lineMeant(
  order: OrderFacts,
  sighting: Pick<Sighting, 'line' | 'purpose'>,
  partNumber: string | null,
): LineFacts | null {
  if (sighting.line !== null) return order.lines.find((line) => line.line === sighting.line) ?? null;
  const asked = order.lines.find((line) => approvedPartNumber(line) === partNumber || line.partNumber === partNumber);
  return asked ?? (sighting.purpose === 'fit' ? (order.lines[0] ?? null) : null);
}

const isOtherContent = (earlier: Buffer | null, now: Buffer | null): boolean =>
  earlier !== null && now !== null && !earlier.equals(now);
