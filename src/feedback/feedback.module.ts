import { Module } from '@nestjs/common';
import { ScansModule } from '../scans/scans.module.ts';
import { AnswersService } from './answers.service.ts';
import { OwnerInvoicesService } from './owner-invoices.service.ts';
import { PublicChecksService } from './public-checks.service.ts';
import { PublicController } from './public.controller.ts';

@Module({
  imports: [ScansModule],
  controllers: [PublicController],
  providers: [AnswersService, OwnerInvoicesService, PublicChecksService],
  exports: [AnswersService, OwnerInvoicesService, PublicChecksService],
})
export class FeedbackModule {}
