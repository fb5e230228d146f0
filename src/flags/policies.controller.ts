import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../auth/access.ts';
import type { Actor } from '../auth/actor.ts';
import { PoliciesService } from './policies.service.ts';
import { PolicyDto, RuleDto, RuleListDto, RuleParam } from './policy.dto.ts';

@ApiTags('flags')
@Controller('api/policies')
export class PoliciesController {
  constructor(private readonly policies: PoliciesService) {}

  @Get()
  @Allow('analyst')
  @ApiOperation({ summary: 'Every rule with this maker’s level and thresholds' })
  @ApiOkResponse({ type: RuleListDto })
  async list(@CurrentActor() actor: Actor): Promise<RuleListDto> {
    return { items: await this.policies.list(actor), next: null };
  }

  @Put(':rule')
  @Allow('analyst')
  @ApiOperation({ summary: 'Change one rule for this maker', description: 'Who changed it stays in the audit.' })
  @ApiOkResponse({ type: RuleDto })
  put(@CurrentActor() actor: Actor, @Param() { rule }: RuleParam, @Body() policy: PolicyDto): Promise<RuleDto> {
    return this.policies.change(actor, rule, policy);
  }
}
