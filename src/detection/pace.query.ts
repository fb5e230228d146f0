import type { Sql } from '../database/database.ts';
import type { PaceEvidence } from '../flags/later-evidence.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import { MOST_IN_STEP } from './pass.ts';

/** One technician's day, by the calendar in China. */
export interface WorkDay {
  readonly technicianId: string;
  readonly workshopId: OrganisationId;
  /** `2026-11-23` */
  readonly day: string;
  /** When the last fitting of it was told. */
  readonly toldAt: Date;
}

/** Where a step ends that began after `after`: at most so many fittings later, and together with all of the same instant. */
export async function paceStepEnd(sql: Sql, after: Date, now: Date): Promise<Date> {
  const row = await sql.first<{ recorded_at: Date }>(
    `SELECT recorded_at FROM fitting WHERE recorded_at > $1 AND recorded_at <= $2
      ORDER BY recorded_at OFFSET ${MOST_IN_STEP} LIMIT 1`,
    [after, now],
  );
  return row?.recorded_at ?? now;
}

/** The days on which something was recorded to have been fitted, however late it was told. */
export const workDays = (sql: Sql, after: Date, until: Date): Promise<WorkDay[]> =>
  sql.rows<WorkDay & Record<string, unknown>>(
    `SELECT f.technician_id AS "technicianId", o.workshop_id AS "workshopId",
            (f.fitted_at AT TIME ZONE 'Asia/Shanghai')::date::text AS day, max(f.recorded_at) AS "toldAt"
       FROM fitting f JOIN repair_order o ON o.id = f.order_id
      WHERE f.recorded_at > $1 AND f.recorded_at <= $2
      GROUP BY 1, 2, 3`,
    [after, until],
  );

export interface DaysWork extends WorkDay {
  /** The maker of most of the parts. */
  readonly makerId: OrganisationId | null;
  readonly fittings: PaceEvidence['fittings'];
}

type Fitting = PaceEvidence['fittings'][number] & { readonly makerId: OrganisationId | null };

/**
 * What was fitted on those days and not undone by when each is judged, in the order of time. An issue that was part of the
 * fitting itself is none.
 */
export async function daysWork(
  sql: Sql,
  days: readonly WorkDay[],
  judgedAt: (day: WorkDay) => Date,
): Promise<DaysWork[]> {
  const rows = await sql.rows<Fitting & { n: number }>(
    `SELECT d.n::int, f.fitted_at AS at, f.order_id AS "orderId", p.class AS "partClass", p.maker_id AS "makerId",
            (SELECT max(a.allocated_at) FROM allocation a
              WHERE a.unit_id = f.unit_id AND a.order_id = f.order_id AND a.allocated_at < f.fitted_at) AS "issuedAt"
       FROM unnest($1::uuid[], $2::uuid[], $3::date[], $4::timestamptz[]) WITH ORDINALITY
              AS d(technician_id, workshop_id, day, judged_at, n)
       JOIN fitting f ON f.technician_id = d.technician_id AND (f.undone_at IS NULL OR f.undone_at > d.judged_at)
        AND f.fitted_at >= d.day::timestamp AT TIME ZONE 'Asia/Shanghai'
        AND f.fitted_at < (d.day + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
       JOIN repair_order o ON o.id = f.order_id AND o.workshop_id = d.workshop_id
       LEFT JOIN part p ON p.id = f.part_id
      ORDER BY d.n, f.fitted_at, f.id`,
    [
      days.map(({ technicianId }) => technicianId),
      days.map(({ workshopId }) => workshopId),
      days.map(({ day }) => day),
      days.map(judgedAt),
    ],
  );
  const fittings = days.map((): Fitting[] => []);
  for (const { n, ...fitting } of rows) fittings[n - 1]!.push(fitting);
  return days.map((day, place) => {
    const own = fittings[place]!;
    return { ...day, makerId: mostFrequent(own.flatMap(({ makerId }) => makerId ?? [])), fittings: own };
  });
}

function mostFrequent<Value>(values: readonly Value[]): Value | null {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
