import type { Tx } from '../database/database.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import type { Sighting } from '../verification/scan-evidence.ts';
import { paged } from './paged.query.ts';
import { sightingOf, STORED_SCANS, type StoredScan } from '../verification/stored-scan.ts';

export interface Wanted {
  readonly makerId: OrganisationId;
  /** Recorded after it, */
  readonly from: Date;
  /** and at this moment at the latest. */
  readonly to: Date;
  /** A condition on `s` in SQL, ours and nobody else's. */
  readonly candidates: string;
}

/**
 * Every stored scan of the period that may speak of the maker's parts, page by page. A code that names no unit has no maker
 * yet: whoever judges it finds out.
 */
export async function* storedScans(tx: Tx, { makerId, from, to, candidates }: Wanted): AsyncGenerator<Sighting[]> {
  const pages = paged<StoredScan>(
    tx,
    `SELECT ${STORED_SCANS.columns} FROM scan s ${STORED_SCANS.joins}
      WHERE s.recorded_at > $2 AND s.recorded_at <= $3 AND (${candidates})
        AND (s.unit_id IS NULL OR EXISTS (SELECT FROM unit u WHERE u.id = s.unit_id AND u.maker_id = $1))`,
    [makerId, from, to],
  );
  for await (const page of pages) yield page.map(sightingOf);
}
