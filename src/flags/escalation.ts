import { complaintLate } from './rules/complaint-late.rule.ts';

const { escalateDays } = complaintLate.thresholds;

/** What {@link ESCALATES_AT} joins: the policy of the case’s maker on rule U04. `c` is the case. */
export const ESCALATION_POLICY = `LEFT JOIN rule_policy y ON y.maker_id = c.maker_id AND y.rule = '${complaintLate.id}'`;

/** SQL: the moment from which a case that nobody answered is its maker’s; null where no one maker’s part is disputed. */
export const ESCALATES_AT = `CASE WHEN c.maker_id IS NOT NULL THEN c.due_at
  + make_interval(secs => 86400 * coalesce((y.thresholds ->> 'escalateDays')::float8, ${escalateDays})) END`;
