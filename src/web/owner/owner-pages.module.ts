import { Module } from '@nestjs/common';
import { CarHistoryModule } from '../../car-history/car-history.module.ts';
import { FeedbackModule } from '../../feedback/feedback.module.ts';
import { DesignModule } from '../design/design.module.ts';
import { BillLabelController } from './bill-label.controller.ts';
import { CarHistoryPageController } from './car-history-page.controller.ts';
import { CaseReplyPageController } from './case-reply-page.controller.ts';
import { CheckController } from './check.controller.ts';
import { CheckPages } from './check-pages.service.ts';
import { EvidenceController } from './evidence.controller.ts';
import { FrontDoorController } from './front-door.controller.ts';
import { HistoryLinksPageController } from './history-links-page.controller.ts';
import { InvoicePageController } from './invoice-page.controller.ts';
import { OwnerPhotoController } from './owner-photo.controller.ts';
import { SatisfactionPageController } from './satisfaction-page.controller.ts';

/** The owner’s face: no account, no script. */
@Module({
  imports: [FeedbackModule, CarHistoryModule, DesignModule],
  controllers: [
    FrontDoorController,
    EvidenceController,
    InvoicePageController,
    CaseReplyPageController,
    OwnerPhotoController,
    HistoryLinksPageController,
    CarHistoryPageController,
    SatisfactionPageController,
    BillLabelController,
    CheckController,
  ],
  providers: [CheckPages],
  exports: [CheckPages],
})
export class OwnerPagesModule {}
