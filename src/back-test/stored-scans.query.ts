import type { Tx } from '../database/database.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import type { Sighting } from '../verification/scan-evidence.ts';
import { sightingOf, STORED_SCANS, type StoredScan } from '../verification/stored-scan.ts';

/** Scans in memory at a time, twice: while one page is judged, the next is read. */
const PAGE = 400;

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
 * yet: whoever judges it finds out. Through a cursor, so that a million take no more memory than a thousand.
 */
export async function* storedScans(tx: Tx, { makerId, from, to, candidates }: Wanted): AsyncGenerator<Sighting[]> {
  // Where few scans are candidates, a page of them may take the whole history, and it may take its time.
  await tx.run('SET LOCAL statement_timeout = 0');
  await tx.run(
    `DECLARE stored_scan NO SCROLL CURSOR FOR
     SELECT ${STORED_SCANS.columns} FROM scan s ${STORED_SCANS.joins}
      WHERE s.recorded_at > $2 AND s.recorded_at <= $3 AND (${candidates})
        AND (s.unit_id IS NULL OR EXISTS (SELECT FROM unit u WHERE u.id = s.unit_id AND u.maker_id = $1))`,
    [makerId, from, to],
  );
  let next = fetch(tx);
  for (;;) {
    const page = await next;
    if (page.length === PAGE) next = fetch(tx);
    if (page.length > 0) yield page.map(sightingOf);
    if (page.length < PAGE) break;
  }
  await tx.run('CLOSE stored_scan');
}

function fetch(tx: Tx): Promise<StoredScan[]> {
  const page = tx.rows<StoredScan & Record<string, unknown>>(`FETCH ${PAGE} FROM stored_scan`);
  // Whoever has had enough does not come for the page after; whoever does come hears of its trouble.
  page.catch(() => undefined);
  return page;
}
