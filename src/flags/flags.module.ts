import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.ts';
import { CaseDeadlinesService } from './case-deadlines.service.ts';
import { CasesController } from './cases.controller.ts';
import { CasesService } from './cases.service.ts';
import { FlagsController } from './flags.controller.ts';
import { FlagsService } from './flags.service.ts';
import { FlagInboxService } from './flag-inbox.service.ts';
import { FlagTrendsService } from './flag-trends.service.ts';
import { FlagResolutionService } from './flag-resolution.service.ts';
import { PoliciesController } from './policies.controller.ts';
import { PoliciesService } from './policies.service.ts';
import { RecallsController } from './recalls.controller.ts';
import { RecallsService } from './recalls.service.ts';

@Module({
  imports: [CatalogueModule],
  controllers: [FlagsController, CasesController, RecallsController, PoliciesController],
  providers: [
    FlagsService,
    FlagInboxService,
    FlagTrendsService,
    FlagResolutionService,
    CaseDeadlinesService,
    CasesService,
    PoliciesService,
    RecallsService,
  ],
  exports: [
    FlagsService,
    FlagInboxService,
    FlagTrendsService,
    FlagResolutionService,
    CasesService,
    PoliciesService,
    RecallsService,
  ],
})
export class FlagsModule {}
