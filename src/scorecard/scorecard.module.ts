import { Module } from '@nestjs/common';
import { ScorecardController } from './scorecard.controller.ts';
import { ScorecardService } from './scorecard.service.ts';

/** How well detection works. */
@Module({ controllers: [ScorecardController], providers: [ScorecardService], exports: [ScorecardService] })
export class ScorecardModule {}
