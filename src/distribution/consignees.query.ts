import type { Sql } from '../database/database.ts';
import type { ActorOrganisation } from '../auth/actor.ts';
import type { Words } from '../kernel/words.ts';

export interface KnownConsignee {
  readonly code: string;
  readonly name: Words;
}

/** To whom somebody may be sending: whoever its maker's orders name or it shipped to before. Nobody learns of others. */
export function knownConsignees(sql: Sql, { id, makerId }: ActorOrganisation): Promise<KnownConsignee[]> {
  return sql.rows<KnownConsignee>(
    `SELECT o.code, json_build_object('zh', o.name_zh, 'en', o.name_en) AS name
       FROM organisation o
      WHERE o.id <> $1
        AND (EXISTS (SELECT FROM dispatch_order_line l WHERE l.maker_id = $2 AND l.consignee_id = o.id)
             OR EXISTS (SELECT FROM shipment s WHERE s.from_id = $1 AND s.to_id = o.id))
      ORDER BY o.code LIMIT 500`,
    [id, makerId],
  );
}
