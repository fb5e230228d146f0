import { Module } from '@nestjs/common';
import { FeedbackModule } from '../../feedback/feedback.module.ts';
import { DesignModule } from '../design/design.module.ts';
import { CaseReplyPageController } from './case-reply-page.controller.ts';
import { CheckController } from './check.controller.ts';
import { CheckPages } from './check-pages.service.ts';
import { EvidenceController } from './evidence.controller.ts';
import { FrontDoorController } from './front-door.controller.ts';
import { InvoicePageController } from './invoice-page.controller.ts';
import { SatisfactionPageController } from './satisfaction-page.controller.ts';

/** The owner’s face: no account, no script. */
@Module({
  imports: [FeedbackModule, DesignModule],
  controllers: [
    FrontDoorController,
    EvidenceController,
    InvoicePageController,
    CaseReplyPageController,
    SatisfactionPageController,
    CheckController,
  ],
  providers: [CheckPages],
  exports: [CheckPages],
})
export class OwnerPagesModule {}
