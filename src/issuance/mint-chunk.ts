import { randomBytes } from 'node:crypto';
import type { NamedStatement, Sql } from '../database/database.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import { ALPHABET } from '../labels/crockford.ts';
import type { SigningPool } from '../labels/signing-pool.ts';
import type { SigningService } from '../labels/signing.service.ts';

/**
 * Units minted in one transaction. Measured from 500 to 10,000: below 1,000 the commits cost, above 2,000 nothing is
 * gained, while a chunk that is lost to a crash, and the time until the next batch has its turn, grow.
 */
export const CHUNK = 2_000;

/** What is left to mint of one batch, as it was when somebody looked. */
export interface Unminted {
  readonly batchId: string;
  readonly makerId: OrganisationId;
  readonly gtin: string;
  /** How many exist already: the next unit's ordinal is one more. */
  readonly issued: number;
}

/** Units that are signed and not stored yet. The first has the ordinal `after` + 1. */
export interface Chunk {
  readonly batchId: string;
  readonly gtin: string;
  readonly after: number;
  readonly kid: string;
  readonly serials: readonly string[];
  /** 64 bytes a unit, one after the other. */
  readonly signatures: Buffer;
}

/** Whose key signs, and the threads that do it. */
export interface Signers {
  readonly signing: SigningService;
  readonly pool: SigningPool;
}

/**
 * Draws serials and signs them.
 * @throws PrivateKeyUnavailable when the maker's active key cannot sign here.
 */
export async function prepareChunk({ signing, pool }: Signers, batch: Unminted, count: number): Promise<Chunk> {
  const { batchId, makerId, gtin, issued } = batch;
  const signer = await signing.signerOf(makerId);
  const serials = newSerials(count);
  const signatures = await pool.run(signer.job(gtin, serials));
  return { batchId, gtin, after: issued, kid: signer.kid, serials, signatures };
}

/** Nothing was written, for the chunk is no longer what its batch needs. */
export class ChunkOvertaken extends Error {
  /** @param by `batch`: another server mints it too, or somebody cancelled it · `key`: it was rotated or revoked. */
  constructor(
    batchId: string,
    readonly by: 'batch' | 'key',
  ) {
    super(`a chunk of batch ${batchId} was overtaken by its ${by}`);
    this.name = 'ChunkOvertaken';
  }
}

// One statement is one transaction: it claims the chunk's ordinals, and only if nobody else did it writes the units,
// each with the first entry of its ledger. The key's row is held meanwhile, or a label could be recorded after the
// revocation of the key that signed it, and be suspected ever after. Signatures travel as one binary value, for an array of them would be written
// out in hexadecimal and parsed again.
const STORE: NamedStatement = {
  name: 'store-minted-chunk-1',
  text: `
WITH key AS (
  SELECT FROM signing_key WHERE kid = $5 AND status = 'active' FOR SHARE
), claimed AS (
  UPDATE batch
     SET issued = issued + $3::int,
         status = CASE WHEN issued + $3::int = quantity THEN 'issued' ELSE 'running' END,
         finished_at = CASE WHEN issued + $3::int = quantity THEN $8::timestamptz END
   WHERE id = $1::uuid AND issued = $2::int AND status IN ('queued', 'running') AND EXISTS (SELECT FROM key)
  RETURNING maker_id, warehouse_id, part_id, lot, expires_on, created_by
), minted AS (
  INSERT INTO unit (gtin, serial, maker_id, part_id, lot, batch_id, ordinal, kid, signature, state, custodian_id, last_seq,
                    expires_on, issued_at)
  SELECT $4, s.serial, c.maker_id, c.part_id, c.lot, $1::uuid, $2::int + s.n, $5,
         substr($7::bytea, (s.n::int - 1) * 64 + 1, 64), 'issued', c.warehouse_id, 1, c.expires_on, $8::timestamptz
    FROM claimed c, unnest($6::text[]) WITH ORDINALITY AS s(serial, n)
  RETURNING id
), logged AS (
  INSERT INTO unit_event (unit_id, seq, type, from_state, to_state, at, recorded_at, organisation_id, custodian_id,
                          actor_id, reference)
  SELECT m.id, 1, 'minted', NULL, 'issued', $8::timestamptz, $8::timestamptz, c.warehouse_id, c.warehouse_id,
         c.created_by, $1::uuid::text
    FROM minted m, claimed c
  RETURNING unit_id
)
SELECT count(*)::int AS stored FROM logged`,
};

/**
 * Stores a chunk whole or not at all.
 * @throws ChunkOvertaken when its ordinals are taken, the batch was cancelled, or its key signs no more.
 */
export async function storeChunk(sql: Sql, chunk: Chunk, at: Date): Promise<void> {
  const { batchId, after, serials, gtin, kid, signatures } = chunk;
  const values = [batchId, after, serials.length, gtin, kid, serials, signatures, at];
  const [row] = await sql.named<{ stored: number }>(STORE, values);
  if (row?.stored === serials.length) return;
  const key = await sql.first(`SELECT FROM signing_key WHERE kid = $1 AND status = 'active'`, [kid]);
  throw new ChunkOvertaken(batchId, key ? 'batch' : 'key');
}

const SERIAL_LENGTH = 12;

/** Serials of 60 random bits each: never sequential, so that nobody can guess one from another. */
export function newSerials(count: number): string[] {
  const bytes = randomBytes(count * SERIAL_LENGTH);
  return Array.from({ length: count }, (_, i) => {
    let serial = '';
    for (let at = i * SERIAL_LENGTH; at < (i + 1) * SERIAL_LENGTH; at++) serial += ALPHABET[bytes[at]! & 31]!;
    return serial;
  });
}

/** Two units of one part drew the same serial, once in a very long while. Drawn again, the chunk is good. */
export const isSerialCollision = (error: unknown): boolean =>
  (error as { constraint?: unknown } | null)?.constraint === 'unit_serial_once';
