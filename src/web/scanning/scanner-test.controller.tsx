import { Get } from '@nestjs/common';
import { ROLES } from '../../auth/actor.ts';
import { Config } from '../../config/config.ts';
import { Assets } from '../design/assets.ts';
import { Room } from '../staff/room.ts';
import { answerVisit, CurrentVisit, type Visit } from '../staff/visit.ts';
import { ScannerTestPage } from './scanner-test-page.tsx';
import { SCANNER_TEST_WORDS } from './scanning-words.ts';

const AT = '/scanner-test';

@Room('', ...ROLES.warehouse, ...ROLES.workshop)
export class ScannerTestController {
  constructor(
    private readonly assets: Assets,
    private readonly config: Config,
  ) {}

  /** In capitals as it stands in the test code, for whoever opens that with a phone. */
  @Get([AT, AT.toUpperCase()])
  page(@CurrentVisit() visit: Visit): string {
    const { language } = visit;
    return answerVisit(visit, {
      title: SCANNER_TEST_WORDS[language].title,
      at: AT,
      island: this.assets.island('scanner-test'),
      children: <ScannerTestPage language={language} origin={this.config.labelOrigin} />,
    });
  }
}
