import { Module } from '@nestjs/common';
import { FlagsModule } from '../flags/flags.module.ts';
import { ScansModule } from '../scans/scans.module.ts';
import { AnswersService } from './answers.service.ts';
import { CaseRepliesService } from './case-replies.service.ts';
import { OwnerInvoicesService } from './owner-invoices.service.ts';
import { PublicChecksService } from './public-checks.service.ts';
import { PublicController } from './public.controller.ts';
import { SatisfactionController } from './satisfaction.controller.ts';
import { SatisfactionService } from './satisfaction.service.ts';

@Module({
  imports: [FlagsModule, ScansModule],
  controllers: [PublicController, SatisfactionController],
  providers: [AnswersService, CaseRepliesService, OwnerInvoicesService, PublicChecksService, SatisfactionService],
  exports: [AnswersService, CaseRepliesService, OwnerInvoicesService, PublicChecksService, SatisfactionService],
})
export class FeedbackModule {}
