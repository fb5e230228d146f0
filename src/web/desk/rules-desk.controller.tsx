import { Body, Controller, Get, Param, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, CurrentActor } from '../../auth/access.ts';
import type { Actor } from '../../auth/actor.ts';
import { PoliciesService } from '../../flags/policies.service.ts';
import { RuleParam } from '../../flags/policy.dto.ts';
import { Consumes } from '../../http/consumes.ts';
import { NotIdempotent } from '../../http/idempotency.interceptor.ts';
import { answerStaff, seeOther } from '../staff/staff-page.tsx';
import { staffRequest } from '../staff/staff-request.ts';
import { StaffTrouble } from '../staff/staff-trouble.filter.ts';
import { DESK_WORDS } from './desk-words.ts';
import { policyIn } from './policy-form.ts';
import { RulesPage } from './rules-page.tsx';

const AT = '/desk/rules';

@ApiExcludeController()
@Controller('desk/rules')
@Allow('analyst')
@UseFilters(StaffTrouble)
export class RulesDeskController {
  constructor(private readonly policies: PoliciesService) {}

  @Get()
  async list(
    @CurrentActor() actor: Actor,
    @Query('done') done: unknown,
    @Req() asked: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const rules = await this.policies.list(actor);
    const request = staffRequest(asked, reply);
    const { language } = request;
    const saved = rules.find(({ rule }) => rule === done)?.rule;
    const children = <RulesPage rules={rules} language={language} saved={saved} />;
    return answerStaff(reply, { request, actor, title: DESK_WORDS[language].rules, at: AT, children });
  }

  @Post(':rule')
  @NotIdempotent()
  @Consumes('application/x-www-form-urlencoded')
  async change(
    @CurrentActor() actor: Actor,
    @Param() { rule }: RuleParam,
    @Body() form: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const known = (await this.policies.list(actor)).find((each) => each.rule === rule);
    await this.policies.change(actor, rule, policyIn(form, known?.defaults.thresholds ?? {}));
    seeOther(reply, `${AT}?done=${rule}#${rule}`);
  }
}
