import { Get, Query } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsIn } from 'class-validator';
import type { Language } from '../../kernel/words.ts';
import type { ScannerPageDto } from '../../scorecard/scorecard.dto.ts';
import { ScorecardService } from '../../scorecard/scorecard.service.ts';
import { Select } from '../design/fields.tsx';
import { Room } from '../staff/room.ts';
import { answerVisit, CurrentVisit, type Visit } from '../staff/visit.ts';
import { ratesFigure } from './rates-figure.tsx';
import { Disputes, KeyFigures, ratesOfRules, readsFigure, rulesFigure } from './scorecard-figures.tsx';
import { DAYS, SCORECARD_WORDS } from './scorecard-words.ts';

const AT = '/desk/scorecard';

class DaysDto {
  @Type(() => Number)
  @IsIn([30, 90, 365])
  days: number = 90;
}

/** How well detection works on a maker’s own parts. */
@Room('desk/scorecard', 'analyst')
export class ScorecardDeskController {
  constructor(private readonly scorecards: ScorecardService) {}

  @Get()
  async look(@CurrentVisit() visit: Visit, @Query() { days }: DaysDto): Promise<string> {
    const { actor, language } = visit;
    const [scorecard, scanners] = await Promise.all([
      this.scorecards.ofMaker(actor, days),
      this.scorecards.scanners(actor, days),
    ]);
    const words = SCORECARD_WORDS[language];
    const rules = scorecard.rules.map((each) => ({ ...each, resolved: each.confirmed + each.dismissed }));
    const rates = ratesOfRules(rules, language);
    const children = (
      <div class="stack">
        <h1>{words.title}</h1>
        <p class="soft">
          {words.lead} <a href="/scorecard">{words.publicLink}</a>
        </p>
        <form class="filters act" method="get" action={AT}>
          <Select label={words.period} name="days" choices={DAYS[language]} value={days} />
          <button>{words.show}</button>
        </form>
        <KeyFigures rates={rates} latency={scorecard.verdictLatency} {...scorecard} language={language} />
        {await rulesFigure({ rates, none: words.noRules, hasCauses: true, language })}
        <Disputes disputes={scorecard.disputes} language={language} />
        {await readsFigure(scorecard.reads, language)}
        {await scannersFigure(scanners, language)}
      </div>
    );
    return answerVisit(visit, { title: words.title, at: AT, children });
  }
}

function scannersFigure({ items }: ScannerPageDto, language: Language) {
  const words = SCORECARD_WORDS[language];
  return ratesFigure({
    title: words.scanners,
    lead: words.scannersLead,
    none: words.noScanners,
    columns: { name: words.device, part: words.unreadCount, whole: words.scans },
    rates: items.map(({ organisation, device, unread, scans }) => {
      const name = `${device} ${organisation}`;
      return { id: name, name, part: unread, whole: scans };
    }),
    language,
  });
}
