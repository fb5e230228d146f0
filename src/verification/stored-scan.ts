import type { ScanEvidence, ScanPurpose } from '../flags/evidence.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import { type Sighting, UNOBSERVED } from './scan-evidence.ts';

/** A scan `s` as it is kept, with who told it and for which order. Conditions may follow. */
export const STORED_SCANS = {
  columns: `s.id, s.code, s.purpose, s.actor_id, s.organisation_id, g.kind AS organisation_kind, s.device,
            o.number AS order_number, s.line, s.scanned_at, s.recorded_at, s.observed, s.latitude, s.longitude`,
  joins: `LEFT JOIN organisation g ON g.id = s.organisation_id
       LEFT JOIN repair_order o ON o.id = s.order_id`,
} as const;

export interface StoredScan {
  readonly id: string;
  readonly code: string;
  readonly purpose: ScanPurpose;
  readonly actor_id: string | null;
  readonly organisation_id: OrganisationId | null;
  readonly organisation_kind: 'maker' | 'warehouse' | 'workshop' | 'platform' | null;
  readonly device: string | null;
  readonly order_number: string | null;
  readonly line: number | null;
  readonly scanned_at: Date;
  readonly recorded_at: Date;
  readonly observed: ScanEvidence['observed'] | null;
  readonly latitude: string | null;
  readonly longitude: string | null;
}

/** The same reading, to be looked at once more. */
export function sightingOf(scan: StoredScan): Sighting {
  const { organisation_id, organisation_kind, latitude, longitude } = scan;
  return {
    scanId: scan.id,
    code: scan.code,
    purpose: scan.purpose,
    witness:
      organisation_id === null || organisation_kind === null
        ? { kind: 'public' }
        : { kind: 'staff', organisationId: organisation_id, organisationKind: organisation_kind },
    actorId: scan.actor_id,
    orderNumber: scan.order_number,
    line: scan.line,
    scannedAt: scan.scanned_at,
    recordedAt: scan.recorded_at,
    device: scan.device,
    counter: null,
    observed: scan.observed ?? UNOBSERVED,
    place:
      latitude === null || longitude === null ? null : { latitude: Number(latitude), longitude: Number(longitude) },
    contentHash: null,
    isWithinStep: true,
  };
}
