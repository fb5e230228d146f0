import type { SupersessionPath } from '../catalogue/supersession.ts';
import type { Sql } from '../database/database.ts';
import type { LineCategory } from '../flags/evidence.ts';
import type { RepairOrderId, UnitId } from '../kernel/identifiers.ts';
import { withLooseOldParts, type LooseOldPart } from './loose-old-parts.ts';

/** What was recorded on one order line: how many, which units, and what became of the old parts. */
export interface LineLedger {
  readonly line: number;
  /** Taken out of stock for this line, whatever became of it. issued = fitted + removed + returned + open. */
  readonly issued: number;
  /** In the car by this order: neither undone nor taken out again by it. */
  readonly fitted: number;
  /** Fitted and taken out again by this very order, as with a new part that turned out bad. */
  readonly removed: number;
  readonly returned: number;
  readonly billed: number;
  readonly fittings: readonly RecordedFitting[];
}

export interface RecordedFitting {
  readonly id: string;
  readonly unitId: UnitId | null;
  readonly gtin: string | null;
  readonly serial: string | null;
  readonly partNumber: string | null;
  readonly lot: string | null;
  readonly quantity: number;
  readonly category: LineCategory | null;
  readonly position: string | null;
  readonly odometer: number | null;
  readonly isVinRead: boolean;
  readonly reason: string | null;
  readonly withoutCodeReason: string | null;
  readonly supersession: SupersessionPath | null;
  readonly fittedAt: string;
  readonly undoneAt: string | null;
  readonly undoReason: string | null;
  readonly removedAt: string | null;
  /** km, when its own order took it out. What another workshop read is not told. */
  readonly removedOdometer: number | null;
  /** Its own order took it out again. At a later repair, another order does, and then this one did fit it. */
  readonly isRemovedHere: boolean;
  readonly oldPart: RecordedOldPart | null;
}

export interface RecordedOldPart {
  readonly id: string;
  readonly outcome: string;
  readonly note: string | null;
  readonly serial: string | null;
  /** The newest first: it is the one that counts. */
  readonly photos: readonly RecordedPhoto[];
}

export interface RecordedPhoto {
  readonly id: string;
  readonly takenAt: string;
  readonly recordedAt: string;
}

const photosOf = (same: string): string => `CROSS JOIN LATERAL (
  SELECT coalesce(json_agg(json_build_object('id', ph.id, 'takenAt', ph.taken_at, 'recordedAt', ph.recorded_at)
                           ORDER BY ph.recorded_at DESC, ph.id DESC), '[]') AS photos
    FROM old_part same JOIN old_part_photo ph ON ph.old_part_id = same.id WHERE ${same}) ph`;
/** Of the old part of a fitting, under whichever outcome they were taken: that may be told again. */
const PHOTOS = photosOf('same.fitting_id = f.id');

/** SQL for old parts on line `l` that were told of no fitting, nor again of one that stands. */
const LOOSE = `(SELECT json_agg(json_build_object('id', o.id, 'outcome', o.outcome, 'note', o.note, 'serial', ou.serial,
                                          'unitId', o.unit_id::text, 'photos', ph.photos) ORDER BY o.recorded_at)
   FROM old_part o LEFT JOIN unit ou ON ou.id = o.unit_id ${photosOf('same.id = o.id')}
  WHERE o.order_id = l.order_id AND o.line = l.line AND o.fitting_id IS NULL
    AND NOT EXISTS (SELECT FROM old_part t JOIN fitting n ON n.id = t.fitting_id
                     WHERE t.order_id = o.order_id AND t.unit_id = o.unit_id AND n.undone_at IS NULL))`;

/** SQL for a fitting `f` that is not undone, and that its own order did not take out again. */
export const STANDS = 'f.undone_at IS NULL AND f.removed_by_order IS DISTINCT FROM f.order_id';

/** One entry per line of the order that is still on it, in the order of the lines. */
export async function lineLedgers(sql: Sql, orderId: RepairOrderId): Promise<LineLedger[]> {
  const rows = await sql.rows<LineLedger & { loose: readonly LooseOldPart[] }>(
    `SELECT l.line,
            (coalesce(a.taken, 0) + coalesce(f.without_unit, 0))::int AS issued,
            coalesce(f.fitted, 0)::int AS fitted,
            coalesce(f.removed, 0)::int AS removed,
            coalesce(a.returned, 0)::int AS returned,
            coalesce((SELECT sum((b ->> 'quantity')::int)
                        FROM (SELECT content FROM invoice i WHERE i.order_id = l.order_id ORDER BY version DESC LIMIT 1) i,
                             jsonb_array_elements(i.content -> 'lines') b
                       WHERE (b ->> 'line')::int = l.line), 0)::int AS billed,
            coalesce(f.fittings, '[]') AS fittings, coalesce(${LOOSE}, '[]') AS loose
       FROM part_line l
       LEFT JOIN LATERAL (
         SELECT count(*) AS taken, count(*) FILTER (WHERE closed_as = 'returned') AS returned
           FROM allocation a WHERE a.order_id = l.order_id AND a.line = l.line) a ON true
       LEFT JOIN LATERAL (
         SELECT sum(f.quantity) FILTER (WHERE ${STANDS}) AS fitted,
                sum(f.quantity) FILTER (WHERE f.undone_at IS NULL AND NOT (${STANDS})) AS removed,
                sum(f.quantity) FILTER (WHERE f.undone_at IS NULL AND f.unit_id IS NULL) AS without_unit,
                json_agg(json_build_object(
                  'id', f.id, 'unitId', f.unit_id::text, 'gtin', u.gtin, 'serial', u.serial, 'partNumber', p.part_number,
                  'lot', coalesce(f.lot, u.lot), 'quantity', f.quantity,
                  'category', CASE WHEN f.unit_id IS NOT NULL THEN p.supplied_as END,
                  'position', f.position, 'odometer', f.odometer, 'isVinRead', f.vin_scanned IS NOT NULL,
                  'reason', f.reason, 'withoutCodeReason', f.without_code_reason, 'supersession', f.supersession,
                  'fittedAt', f.fitted_at, 'undoneAt', f.undone_at, 'undoReason', f.undo_reason, 'removedAt', f.removed_at,
                  'removedOdometer', CASE WHEN f.removed_by_order = f.order_id THEN f.removed_odometer END,
                  'isRemovedHere', f.removed_by_order IS NOT DISTINCT FROM f.order_id,
                  'oldPart', (SELECT json_build_object('id', o.id, 'outcome', o.outcome, 'note', o.note, 'serial', ou.serial,
                                                       'photos', ph.photos)
                                FROM old_part o LEFT JOIN unit ou ON ou.id = o.unit_id ${PHOTOS}
                               WHERE o.fitting_id = f.id ORDER BY o.recorded_at DESC LIMIT 1))
                  ORDER BY f.recorded_at) AS fittings
           FROM fitting f LEFT JOIN unit u ON u.id = f.unit_id LEFT JOIN part p ON p.id = f.part_id
          WHERE f.order_id = l.order_id AND f.line = l.line) f ON true
      WHERE l.order_id = $1 AND l.removed_at IS NULL
      ORDER BY l.line`,
    [orderId],
  );
  return rows.map(({ loose, ...row }) => ({ ...row, fittings: withLooseOldParts(row.fittings, loose).map(inUtc) }));
}

/** PostgreSQL's JSON writes times with an offset; ours are in UTC with a Z everywhere. */
const inUtc = (fitting: RecordedFitting): RecordedFitting => ({
  ...fitting,
  fittedAt: utc(fitting.fittedAt),
  undoneAt: fitting.undoneAt && utc(fitting.undoneAt),
  removedAt: fitting.removedAt && utc(fitting.removedAt),
  oldPart: fitting.oldPart && { ...fitting.oldPart, photos: fitting.oldPart.photos.map(photoInUtc) },
});

const photoInUtc = ({ id, takenAt, recordedAt }: RecordedPhoto): RecordedPhoto => ({
  id,
  takenAt: utc(takenAt),
  recordedAt: utc(recordedAt),
});

const utc = (time: string): string => new Date(time).toISOString();

const stands = ({ undoneAt, isRemovedHere }: RecordedFitting): boolean => undoneAt === null && !isRemovedHere;

/** Fittings that stand for this order: neither undone nor taken out again by it. */
export const standing = ({ fittings }: LineLedger): readonly RecordedFitting[] => fittings.filter(stands);

/** The others, which stay on record. */
export const notStanding = ({ fittings }: LineLedger): readonly RecordedFitting[] =>
  fittings.filter((fitting) => !stands(fitting));
