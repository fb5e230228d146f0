import { Module } from '@nestjs/common';
import { ScorecardModule } from '../../scorecard/scorecard.module.ts';
import { ScorecardDeskController } from './scorecard-desk.controller.tsx';
import { ScorecardPageController } from './scorecard-page.controller.tsx';

/** How well detection works: a page for its maker, and one for everybody. */
@Module({ imports: [ScorecardModule], controllers: [ScorecardDeskController, ScorecardPageController] })
export class ScorecardPagesModule {}
