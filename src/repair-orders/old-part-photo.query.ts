import type { Sql } from '../database/database.ts';
import type { OrganisationId, RepairOrderId } from '../kernel/identifiers.ts';
import type { OldPartOutcome } from './fitting.dto.ts';
import type { Picture } from './picture.ts';

/** A photo of an old part, without the picture itself. */
export interface OldPartPhoto {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** By the clock of whoever took it. */
  readonly takenAt: Date;
  readonly recordedAt: Date;
}

/** An old part of the workshop’s own order, with how many photos there are of it. */
export async function oldPartToShow(
  sql: Sql,
  workshopId: OrganisationId,
  orderNumber: string,
  oldPartId: string,
): Promise<{ readonly outcome: OldPartOutcome; readonly photos: number } | undefined> {
  return sql.first(
    `SELECT p.outcome, (SELECT count(*)::int FROM old_part_photo ph WHERE ph.old_part_id = p.id) AS photos
       FROM old_part p JOIN repair_order o ON o.id = p.order_id
      WHERE o.workshop_id = $1 AND o.number = $2 AND p.id = $3`,
    [workshopId, orderNumber, oldPartId],
  );
}

const SHOWN = 'id, width, height, taken_at AS "takenAt", recorded_at AS "recordedAt"';

/** The same picture of the same part is kept once. @returns it as it is kept */
export async function keepPhoto(
  sql: Sql,
  oldPartId: string,
  { bytes, width, height }: Picture,
  photo: Pick<OldPartPhoto, 'id' | 'takenAt' | 'recordedAt'> & { readonly by: string },
): Promise<OldPartPhoto> {
  const { id, takenAt, recordedAt, by } = photo;
  const kept = await sql.first<OldPartPhoto & Record<string, unknown>>(
    `INSERT INTO old_part_photo (id, old_part_id, picture, width, height, taken_at, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT ON CONSTRAINT old_part_photo_once DO NOTHING RETURNING ${SHOWN}`,
    [id, oldPartId, bytes, width, height, takenAt, by, recordedAt],
  );
  if (kept) return kept;
  const earlier = await sql.first<OldPartPhoto & Record<string, unknown>>(
    `SELECT ${SHOWN} FROM old_part_photo WHERE old_part_id = $1 AND sha256 = sha256($2)`,
    [oldPartId, bytes],
  );
  return earlier!;
}

/** The JPEG of one photo; nothing where it is of another order. */
export async function pictureOnOrder(sql: Sql, orderId: RepairOrderId, photoId: string): Promise<Buffer | undefined> {
  const row = await sql.first<{ picture: Buffer }>(
    `SELECT ph.picture FROM old_part_photo ph JOIN old_part p ON p.id = ph.old_part_id
      WHERE ph.id = $2 AND p.order_id = $1`,
    [orderId, photoId],
  );
  return row?.picture;
}

/** Of each old part of an order, save those of fittings that were undone, the photo that counts: by line, the latest. */
export async function photosByLine(sql: Sql, orderId: RepairOrderId): Promise<Map<number, OldPartPhoto[]>> {
  const rows = await sql.rows<OldPartPhoto & { line: number }>(
    `SELECT DISTINCT ON (p.line, coalesce(p.fitting_id, p.id))
            p.line, ph.id, ph.width, ph.height, ph.taken_at AS "takenAt", ph.recorded_at AS "recordedAt"
       FROM old_part p JOIN old_part_photo ph ON ph.old_part_id = p.id LEFT JOIN fitting f ON f.id = p.fitting_id
      WHERE p.order_id = $1 AND f.undone_at IS NULL
      ORDER BY p.line, coalesce(p.fitting_id, p.id), ph.recorded_at DESC, ph.id DESC`,
    [orderId],
  );
  const byLine = new Map<number, OldPartPhoto[]>();
  for (const { line, ...photo } of rows) byLine.set(line, [...(byLine.get(line) ?? []), photo]);
  return byLine;
}
