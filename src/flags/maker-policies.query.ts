import type { Sql } from '../database/database.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import { policiesOf, type PolicyRows } from './policies.ts';
import type { Policies } from './rule.ts';

type PolicyRow = NonNullable<PolicyRows>[number];

/** What a maker has set for its rules; where no maker is concerned, the rules as they stand. */
export async function policiesOfMaker(sql: Sql, makerId: OrganisationId | null): Promise<Policies> {
  if (makerId === null) return {};
  return policiesOf(
    await sql.rows<PolicyRow>('SELECT rule, is_on, level, thresholds FROM rule_policy WHERE maker_id = $1', [makerId]),
  );
}
