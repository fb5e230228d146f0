import type { Sql } from '../database/database.ts';
import type { ScanEvidence, ScanPurpose } from '../flags/evidence.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import { type Sighting, UNOBSERVED } from '../verification/scan-evidence.ts';

/** Scans in memory at a time. */
const FETCHED = 1_000;

interface Row {
  id: string;
  code: string;
  purpose: ScanPurpose;
  actor_id: string | null;
  organisation_id: OrganisationId | null;
  organisation_kind: 'maker' | 'warehouse' | 'workshop' | 'platform' | null;
  device: string | null;
  order_number: string | null;
  line: number | null;
  scanned_at: Date;
  recorded_at: Date;
  observed: ScanEvidence['observed'] | null;
  latitude: string | null;
  longitude: string | null;
}

export interface StoredScans {
  readonly makerId: OrganisationId;
  readonly from: Date;
  readonly to: Date;
  /** A condition on `s` in SQL, ours and nobody else's. */
  readonly candidates: string;
}

/**
 * Every stored scan of the period that may speak of the maker's parts, some at a time. A code that names no unit has no maker
 * yet: whoever judges it finds out. Through a cursor, so that a million take no more memory than a thousand.
 * @param tx a transaction, in which the cursor lives.
 */
export async function* storedScans(
  tx: Sql,
  { makerId, from, to, candidates }: StoredScans,
): AsyncGenerator<Sighting[]> {
  await tx.run(
    `DECLARE stored_scan NO SCROLL CURSOR FOR
     SELECT s.id, s.code, s.purpose, s.actor_id, s.organisation_id, g.kind AS organisation_kind, s.device,
            o.number AS order_number, s.line, s.scanned_at, s.recorded_at, s.observed, s.latitude, s.longitude
       FROM scan s
       LEFT JOIN organisation g ON g.id = s.organisation_id
       LEFT JOIN repair_order o ON o.id = s.order_id
      WHERE s.recorded_at >= $2 AND s.recorded_at <= $3 AND (${candidates})
        AND (s.unit_id IS NULL OR EXISTS (SELECT FROM unit u WHERE u.id = s.unit_id AND u.maker_id = $1))`,
    [makerId, from, to],
  );
  for (;;) {
    const rows = await tx.rows<Row & Record<string, unknown>>(`FETCH ${FETCHED} FROM stored_scan`);
    if (rows.length > 0) yield rows.map(sightingOf);
    if (rows.length < FETCHED) break;
  }
  await tx.run('CLOSE stored_scan');
}

function sightingOf(row: Row): Sighting {
  const { organisation_id, organisation_kind, latitude, longitude } = row;
  return {
    scanId: row.id,
    code: row.code,
    purpose: row.purpose,
    witness:
      organisation_id === null || organisation_kind === null
        ? { kind: 'public' }
        : { kind: 'staff', organisationId: organisation_id, organisationKind: organisation_kind },
    actorId: row.actor_id,
    orderNumber: row.order_number,
    line: row.line,
    scannedAt: row.scanned_at,
    recordedAt: row.recorded_at,
    device: row.device,
    counter: null,
    observed: row.observed ?? UNOBSERVED,
    place:
      latitude === null || longitude === null ? null : { latitude: Number(latitude), longitude: Number(longitude) },
    contentHash: null,
    isWithinStep: true,
  };
}
