import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../auth/access.ts';
import type { Actor } from '../auth/actor.ts';
import { AuditService } from '../auth/audit.service.ts';
import { Database } from '../database/database.ts';
import { Clock } from '../kernel/clock.ts';
import { Refusal } from '../kernel/refusal.ts';
import { RuleUnknown } from './flags.refusals.ts';
import { policiesOf, type PolicyRows } from './policies.ts';
import { PolicyDto, RuleDto, RuleParam } from './policy.dto.ts';
import { ALL_RULES } from './rules.ts';

@ApiTags('flags')
@Controller('api/policies')
export class PoliciesController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  @Get()
  @Allow('analyst')
  @ApiOperation({ summary: 'Every rule with this maker’s level and thresholds' })
  @ApiOkResponse({ type: [RuleDto] })
  async list(@CurrentActor() actor: Actor) {
    const rows = await this.database.rows<NonNullable<PolicyRows>[number]>(
      'SELECT rule, is_on, level, thresholds FROM rule_policy WHERE maker_id = $1',
      [actor.organisation.id],
    );
    const policies = policiesOf(rows);
    const items = ALL_RULES.map(({ id, name, level, thresholds }): RuleDto => {
      const policy = policies[id];
      return {
        rule: id,
        name,
        isOn: policy?.isOn ?? true,
        level: policy?.level ?? level,
        thresholds: { ...thresholds, ...policy?.thresholds },
        defaults: { level, thresholds },
      };
    });
    return { items, next: null };
  }

  @Put(':rule')
  @Allow('analyst')
  @ApiOperation({ summary: 'Change one rule for this maker', description: 'Who changed it stays in the audit.' })
  @ApiOkResponse({ type: RuleDto })
  async put(@CurrentActor() actor: Actor, @Param() { rule }: RuleParam, @Body() policy: PolicyDto) {
    const known = ALL_RULES.find((each) => each.id === rule);
    if (!known) throw new RuleUnknown();
    const thresholds = policy.thresholds ?? {};
    refuseUnknownThresholds(thresholds, Object.keys(known.thresholds));
    await this.database.transaction(async (tx) => {
      await tx.run(
        `INSERT INTO rule_policy (maker_id, rule, is_on, level, thresholds, changed_by, changed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (maker_id, rule) DO UPDATE SET is_on = excluded.is_on, level = excluded.level,
           thresholds = excluded.thresholds, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
        [
          actor.organisation.id,
          rule,
          policy.isOn,
          policy.level ?? null,
          JSON.stringify(thresholds),
          actor.id,
          this.clock.now(),
        ],
      );
      await this.audit.record(tx, actor, 'policy.changed', rule, { ...policy });
    });
    return (await this.list(actor)).items.find((each) => each.rule === rule);
  }
}

/** A misspelt threshold would silently change nothing. */
function refuseUnknownThresholds(given: Readonly<Record<string, unknown>>, known: readonly string[]): void {
  const errors = Object.entries(given)
    .filter(
      ([name, value]) => !known.includes(name) || typeof value !== 'number' || !Number.isFinite(value) || value < 0,
    )
    .map(([name]) => ({
      path: `thresholds.${name}`,
      message: known.includes(name) ? 'must be a number, 0 or more' : `must be one of: ${known.join(', ') || 'none'}`,
    }));
  if (errors.length === 0) return;
  throw new Refusal('INVALID_INPUT', 'invalid', { zh: '阈值有误。', en: 'A threshold is wrong.' }, {}, errors);
}
