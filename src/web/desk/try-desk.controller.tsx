import { Get, Param, Query } from '@nestjs/common';
import { BackTestService } from '../../back-test/back-test.service.ts';
import { RuleUnknown } from '../../flags/flags.refusals.ts';
import { PoliciesService, type RuleInForce } from '../../flags/policies.service.ts';
import { RuleParam } from '../../flags/policy.dto.ts';
import { Room } from '../staff/room.ts';
import { answerVisit, CurrentVisit, type Visit } from '../staff/visit.ts';
import { policyIn } from './policy-form.ts';
import { tryFigure } from './try-figure.tsx';
import { TryPage, TryResult } from './try-page.tsx';
import { DAYS, TRY_WORDS } from './try-words.ts';

const AT = '/desk/rules';
const MONTH = 30;

/** A rule on trial. Nothing is changed by it, so it is asked for by GET: its address can be kept and sent to a colleague. */
@Room('desk/rules', 'analyst')
export class TryDeskController {
  constructor(
    private readonly policies: PoliciesService,
    private readonly backTests: BackTestService,
  ) {}

  @Get(':rule/past')
  async look(
    @CurrentVisit() visit: Visit,
    @Param() { rule: id }: RuleParam,
    @Query() wish: Record<string, unknown>,
  ): Promise<string> {
    const { actor, language } = visit;
    const rule = (await this.policies.list(actor)).find((each) => each.rule === id);
    if (!rule) throw new RuleUnknown();
    const title = `${TRY_WORDS[language].tryIt} · ${id}`;
    const days = daysIn(wish['days']);
    if (days === undefined) {
      const children = <TryPage rule={rule} days={MONTH} language={language} />;
      return answerVisit(visit, { title, at: AT, children });
    }
    const policy = policyIn(wish, rule.defaults.thresholds);
    const test = await this.backTests.ofLastDays(days, { makerId: actor.organisation.id, rule: id, policy });
    const children = (
      <TryPage rule={withPolicy(rule, policy)} days={days} language={language}>
        <TryResult test={test} language={language}>
          {await tryFigure(test, language)}
        </TryResult>
      </TryPage>
    );
    return answerVisit(visit, { title, at: AT, children });
  }
}

/** Nothing is tried before somebody has said for how long. */
const daysIn = (text: unknown): number | undefined =>
  typeof text === 'string' && Object.hasOwn(DAYS.en, text) ? Number(text) : undefined;

const withPolicy = (rule: RuleInForce, { isOn, level, thresholds }: ReturnType<typeof policyIn>): RuleInForce => ({
  ...rule,
  isOn,
  level: level ?? rule.defaults.level,
  thresholds: { ...rule.defaults.thresholds, ...thresholds },
});
