import type { Sql } from '../database/database.ts';
import type { OrganisationId, PartId } from '../kernel/identifiers.ts';
import { addEdges, NO_SUPERSESSIONS, type Supersession, type SupersessionGraph } from './supersession.ts';

const RELATIONS = `
  SELECT o.part_number AS "oldPart", n.part_number AS "newPart", s.kind,
         jsonb_build_object('old', s.ratio_old, 'new', s.ratio_new) AS ratio,
         s.valid_from::text AS "validFrom", s.valid_to::text AS "validTo"
    FROM supersession s JOIN part o ON o.id = s.old_part_id JOIN part n ON n.id = s.new_part_id`;

/** Every relation between parts of a maker; without those that lead to `exceptTo`, when it is named. */
export async function supersessionGraph(
  sql: Sql,
  makerId: OrganisationId,
  exceptTo: PartId | null = null,
): Promise<SupersessionGraph> {
  const relations = await sql.rows<Supersession>(
    `${RELATIONS} WHERE s.maker_id = $1 AND ($2::uuid IS NULL OR s.new_part_id <> $2)`,
    [makerId, exceptTo],
  );
  return addEdges(NO_SUPERSESSIONS, relations).graph;
}

/** The relations that a part stands in, on either side. */
export const supersessionsOf = (sql: Sql, partId: PartId): Promise<Supersession[]> =>
  sql.rows<Supersession>(
    `${RELATIONS} WHERE s.old_part_id = $1 OR s.new_part_id = $1 ORDER BY o.part_number, n.part_number, s.valid_from`,
    [partId],
  );

/** Both parts of each relation must be there; rings must have been looked for. */
export async function insertSupersessions(
  sql: Sql,
  makerId: OrganisationId,
  relations: readonly Supersession[],
): Promise<void> {
  if (relations.length === 0) return;
  const rows = relations.map(({ ratio, ...relation }) => ({ ...relation, ratioOld: ratio.old, ratioNew: ratio.new }));
  await sql.run(
    `INSERT INTO supersession (maker_id, old_part_id, new_part_id, kind, ratio_old, ratio_new, valid_from, valid_to)
     SELECT $1, o.id, n.id, r.kind, r."ratioOld", r."ratioNew", r."validFrom", r."validTo"
       FROM jsonb_to_recordset($2::jsonb) AS r("oldPart" text, "newPart" text, kind text, "ratioOld" int, "ratioNew" int,
                                               "validFrom" date, "validTo" date)
       JOIN part o ON o.maker_id = $1 AND o.part_number = r."oldPart"
       JOIN part n ON n.maker_id = $1 AND n.part_number = r."newPart"`,
    [makerId, JSON.stringify(rows)],
  );
}

/** Takes away what the part supersedes; what supersedes it stays. */
export async function deleteSupersededBy(sql: Sql, newPartId: PartId): Promise<void> {
  await sql.run('DELETE FROM supersession WHERE new_part_id = $1', [newPartId]);
}
