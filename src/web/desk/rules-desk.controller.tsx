import { Body, Get, Param, Query } from '@nestjs/common';
import { PoliciesService } from '../../flags/policies.service.ts';
import { RuleParam } from '../../flags/policy.dto.ts';
import { Room, SentForm } from '../staff/room.ts';
import { seeOther } from '../staff/staff-page.tsx';
import { answerVisit, CurrentVisit, type Visit } from '../staff/visit.ts';
import { DESK_WORDS } from './desk-words.ts';
import { policyIn } from './policy-form.ts';
import { RulesPage } from './rules-page.tsx';

const AT = '/desk/rules';

@Room('desk/rules', 'analyst')
export class RulesDeskController {
  constructor(private readonly policies: PoliciesService) {}

  @Get()
  async list(@CurrentVisit() visit: Visit, @Query('done') done: unknown): Promise<string> {
    const { actor, language } = visit;
    const rules = await this.policies.list(actor);
    const changes = await this.policies.changes(actor);
    const saved = rules.find(({ rule }) => rule === done)?.rule;
    const children = <RulesPage rules={rules} changes={changes} language={language} saved={saved} />;
    return answerVisit(visit, { title: DESK_WORDS[language].rules, at: AT, children });
  }

  @SentForm(':rule')
  async change(
    @CurrentVisit() { actor, reply }: Visit,
    @Param() { rule }: RuleParam,
    @Body() form: Record<string, unknown>,
  ): Promise<void> {
    const known = (await this.policies.list(actor)).find((each) => each.rule === rule);
    await this.policies.change(actor, rule, policyIn(form, known?.defaults.thresholds ?? {}));
    seeOther(reply, `${AT}?done=${rule}#${rule}`);
  }
}
