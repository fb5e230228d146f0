import type { NamedStatement, Sql } from '../database/database.ts';
import type { Sighting } from '../verification/scan-evidence.ts';
import type { Verdict } from '../verification/verdict.ts';
import type { Look } from '../verification/verification.service.ts';

/** What is kept of a sighting beside the verdict. */
export interface Circumstances {
  readonly entryMode: string | null;
  /** Tells strangers apart without saying who they are. */
  readonly sourceHash: Buffer | null;
}

// Of one id that comes twice in one statement the first is kept, and only that one is answered.
const INSERT_SCANS: NamedStatement = {
  name: 'insert-scans',
  text: `
WITH seen AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset($1) AS seen(n int, id uuid, "unitId" bigint, gtin text, serial text, code text, purpose text,
    "entryMode" text, "organisationId" uuid, "actorId" uuid, "sourceHash" text, device text, counter bigint, latitude numeric,
    longitude numeric, "orderId" uuid, line int, "contentHash" text, "scannedAt" timestamptz, "recordedAt" timestamptz,
    observed jsonb, verdict jsonb)
), kept AS (
  INSERT INTO scan (id, unit_id, gtin, serial, code, purpose, entry_mode, organisation_id, actor_id, source_hash, device,
                    device_counter, latitude, longitude, order_id, line, content_hash, scanned_at, recorded_at, outcome, observed, verdict)
  SELECT id, "unitId", gtin, serial, code, purpose, "entryMode", "organisationId", "actorId", decode("sourceHash", 'hex'), device,
         counter, latitude, longitude, "orderId", line, decode("contentHash", 'hex'), "scannedAt", "recordedAt",
         verdict ->> 'outcome', observed, verdict
    FROM seen ORDER BY n
  ON CONFLICT (id) DO NOTHING RETURNING id
)
SELECT min(n) AS n FROM kept JOIN seen USING (id) GROUP BY id`,
};

/** @returns false when another scan is kept under this id already. */
export async function insertScan(
  sql: Sql,
  sighting: Sighting,
  look: Look,
  verdict: Verdict,
  { sourceHash, ...circumstances }: Circumstances,
): Promise<boolean> {
  const { scanId, code, purpose, witness, actorId, device, counter, contentHash, scannedAt, recordedAt, place } =
    sighting;
  const { unit, order, line } = look.evidence;
  const kept = await sql.shared(INSERT_SCANS, {
    id: scanId,
    unitId: unit?.id,
    ...look.printed,
    code,
    purpose,
    organisationId: witness.kind === 'staff' ? witness.organisationId : null,
    actorId,
    sourceHash: sourceHash?.toString('hex'),
    device,
    counter,
    ...circumstances,
    ...place,
    orderId: order?.id,
    line: line?.line,
    contentHash: contentHash?.toString('hex'),
    scannedAt,
    recordedAt,
    observed: isObserved(sighting) ? sighting.observed : undefined,
    verdict,
  });
  return kept !== undefined;
}

const isObserved = ({ observed }: Sighting): boolean => Object.values(observed).some((each) => each !== null);
