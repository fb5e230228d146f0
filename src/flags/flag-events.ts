import type { Sql } from '../database/database.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import type { FlagTold } from '../outbox/events.ts';
import { recordEvent } from '../outbox/outbox.ts';
import { billsOfFlag } from './bills-concerned.query.ts';
import type { Level } from './rule.ts';

/** From here on somebody is told of a flag at once. */
const TOLD_FROM: Level = 4;

/** What an upsert of a flag did; `levelBefore` is `null` where it was met for the first time. */
export interface FlagChange {
  readonly id: string;
  readonly status: string;
  readonly level: number;
  readonly levelBefore: number | null;
}

/** What was stopped in time is told to nobody, and a flag that is only met again was told of already. */
export const isNews = ({ status, level, levelBefore }: FlagChange): boolean =>
  status === 'open' && level >= TOLD_FROM && (levelBefore ?? 0) < TOLD_FROM;

/** Tells the maker of a flag on its part, and the workshop of a flag on its own work. The case is the maker's business. */
export async function recordFlagEvent(sql: Sql, at: Date, flagId: string): Promise<void> {
  const row = await sql.first<{ told: FlagTold; maker_id: OrganisationId | null; workshop_id: OrganisationId | null }>(
    `SELECT f.maker_id, f.workshop_id,
            json_build_object('flag', f.id, 'rule', f.rule, 'name', f.finding ->> 'name', 'level', f.level,
              'partNumber', p.part_number, 'workshop', w.code,
              'unit', CASE WHEN u.id IS NOT NULL THEN json_build_object('gtin', u.gtin, 'serial', u.serial) END,
              'case', f.case_number) AS told
       FROM flag f
       LEFT JOIN part p ON p.id = f.part_id
       LEFT JOIN organisation w ON w.id = f.workshop_id
       LEFT JOIN unit u ON u.id = f.unit_id
      WHERE f.id = $1`,
    [flagId],
  );
  const { told, maker_id, workshop_id } = row!;
  const { case: _, ...toWorkshop } = told;
  await recordEvent(sql, at, [maker_id], 'flag.opened', told);
  if (workshop_id === null) return;
  await recordEvent(sql, at, [workshop_id], 'flag.opened', { ...toWorkshop, ...(await billsOfFlag(sql, flagId)) });
}
