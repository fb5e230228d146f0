import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.ts';
import { auditEntries } from '../auth/audit.query.ts';
import { AuditService } from '../auth/audit.service.ts';
import { Database, type Sql } from '../database/database.ts';
import { invalidInput } from '../http/http.refusals.ts';
import { Clock } from '../kernel/clock.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import type { InputFault } from '../kernel/refusal.ts';
import { RuleUnknown } from './flags.refusals.ts';
import { policiesOf, type PolicyRows } from './policies.ts';
import type { Level, Policies, RegisteredRule, Thresholds } from './rule.ts';
import { ALL_RULES } from './rules.ts';

/** A rule as one maker has it, beside what it is by itself. */
export interface RuleInForce {
  readonly rule: string;
  readonly name: string;
  readonly isOn: boolean;
  readonly level: Level;
  readonly thresholds: Thresholds;
  readonly defaults: { readonly level: Level; readonly thresholds: Thresholds };
}

/** What a maker wants of a rule. `level` left out: the rule's own. */
export interface PolicyWish {
  readonly isOn: boolean;
  readonly level?: Level;
  readonly thresholds?: Thresholds;
}

/** What somebody made of a rule, and when. */
export interface PolicyChange extends PolicyWish {
  readonly rule: string;
  readonly at: Date;
  /** Null where no name is left of who it was. */
  readonly by: string | null;
}

const CHANGED = 'policy.changed';
/** Changes that are told, of all rules together. */
const MOST_CHANGES = 200;

/** Thresholds, levels and whether a rule is on: data of each maker, never constants of ours. */
@Injectable()
export class PoliciesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  async list(actor: Actor): Promise<RuleInForce[]> {
    const policies = await policiesFor(this.database, actor.organisation.id);
    return ALL_RULES.map(({ id, name, level, thresholds }) => ({
      rule: id,
      name,
      isOn: policies[id]?.isOn ?? true,
      level: policies[id]?.level ?? level,
      thresholds: { ...thresholds, ...policies[id]?.thresholds },
      defaults: { level, thresholds },
    }));
  }

  /** Newest first. */
  async changes(actor: Actor): Promise<PolicyChange[]> {
    const filter = { organisationId: actor.organisation.id, action: CHANGED, limit: MOST_CHANGES };
    const entries = await auditEntries(this.database, filter);
    return entries.map(({ subject, at, actor_name, detail }) => ({
      ...(detail as unknown as PolicyWish),
      rule: subject,
      at,
      by: actor_name,
    }));
  }

  /** @throws Refusal RULE_NOT_FOUND, INVALID_INPUT */
  async change(actor: Actor, rule: string, { isOn, level, thresholds = {} }: PolicyWish): Promise<RuleInForce> {
    const known = ALL_RULES.find(({ id }) => id === rule);
    if (!known) throw new RuleUnknown();
    refuseThresholds(thresholds, known);
    await this.database.transaction(async (tx) => {
      const row = [
        actor.organisation.id,
        rule,
        isOn,
        level ?? null,
        JSON.stringify(thresholds),
        actor.id,
        this.clock.now(),
      ];
      await tx.run(
        `INSERT INTO rule_policy (maker_id, rule, is_on, level, thresholds, changed_by, changed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (maker_id, rule) DO UPDATE SET is_on = excluded.is_on, level = excluded.level,
           thresholds = excluded.thresholds, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
        row,
      );
      await this.audit.record(tx, actor, CHANGED, rule, { isOn, level, thresholds });
    });
    return (await this.list(actor)).find((each) => each.rule === rule)!;
  }
}

async function policiesFor(sql: Sql, makerId: OrganisationId): Promise<Policies> {
  return policiesOf(
    await sql.rows<NonNullable<PolicyRows>[number]>(
      'SELECT rule, is_on, level, thresholds FROM rule_policy WHERE maker_id = $1',
      [makerId],
    ),
  );
}

/** A misspelt threshold would silently change nothing, and so would one beyond what is looked up. @throws Refusal INVALID_INPUT */
export function refuseThresholds(
  given: Readonly<Record<string, unknown>>,
  { thresholds, most }: Pick<RegisteredRule<never>, 'thresholds' | 'most'>,
): void {
  const known = Object.keys(thresholds);
  const faults = Object.entries(given).flatMap(([name, value]): InputFault[] => {
    const isKnown = known.includes(name);
    const end = most[name] ?? Infinity;
    if (isKnown && typeof value === 'number' && value >= 0 && value <= end && value < Infinity) return [];
    const words = !isKnown
      ? { zh: `应为其中之一：${known.join('、') || '无'}`, en: `must be one of: ${known.join(', ') || 'none'}` }
      : end < Infinity
        ? { zh: `应为 0 到 ${end} 之间的数`, en: `must be a number from 0 to ${end}` }
        : { zh: '应为不小于 0 的数', en: 'must be a number, 0 or more' };
    return [{ path: `thresholds.${name}`, message: words.en, words }];
  });
  if (faults.length > 0) throw invalidInput(faults);
}
