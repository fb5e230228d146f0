import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../auth/access.ts';
import { LimitPublicChecks } from '../../http/request-throttle.guard.ts';
import { ScorecardService } from '../../scorecard/scorecard.service.ts';
import { answerPage, pageRequest } from '../design/page-request.ts';
import { drawPage } from '../design/page.tsx';
import { CHECK_WORDS } from '../owner/check-words.ts';
import { STAFF_STYLE } from '../staff/staff.css.ts';
import { Disputes, KeyFigures, ratesOfRules, readsFigure, rulesFigure } from './scorecard-figures.tsx';
import { SCORECARD_WORDS } from './scorecard-words.ts';

/** How well detection works, of all together, for anybody who wonders whether to believe it. */
@ApiExcludeController()
@Controller('scorecard')
@Public()
@LimitPublicChecks()
export class ScorecardPageController {
  constructor(private readonly scorecards: ScorecardService) {}

  @Get()
  async look(@Req() asked: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const scorecard = await this.scorecards.ofEverybody();
    const request = pageRequest(asked);
    const { language } = request;
    const words = SCORECARD_WORDS[language];
    const rules = scorecard.rules.map(({ rule, resolved, falseAlertRate }) => ({
      rule,
      resolved,
      dismissed: Math.round((falseAlertRate ?? 0) * resolved),
    }));
    const rates = ratesOfRules(rules, language);
    const children = (
      <div class="stack">
        <h1>{words.publicTitle}</h1>
        <p>{words.publicLead}</p>
        <KeyFigures rates={rates} latency={scorecard.verdictLatency} {...scorecard} language={language} />
        {await rulesFigure({ rates, none: words.noPublicRules, hasCauses: false, language })}
        <Disputes disputes={scorecard.disputes} language={language} />
        {await readsFigure(scorecard.reads, language)}
        <section class="card stack">
          <h2>{words.publishedTitle}</h2>
          <p>{words.published}</p>
          <p>{words.falseMeans}</p>
          <p>{words.latencyMeans}</p>
        </section>
        <p class="act">
          <a href={`/check${request.keep}`}>{CHECK_WORDS[language].enter}</a>
        </p>
      </div>
    );
    return answerPage(reply, request, drawPage({ request, style: STAFF_STYLE, title: words.publicTitle, children }));
  }
}
