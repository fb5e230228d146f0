import { Module } from '@nestjs/common';
import { FlagsModule } from '../flags/flags.module.ts';
import { ScansModule } from '../scans/scans.module.ts';
import { VerificationModule } from '../verification/verification.module.ts';
import { AllocationsService } from './allocations.service.ts';
import { ApprovalsService } from './approvals.service.ts';
import { FittingCorrectionsService } from './fitting-corrections.service.ts';
import { FittingsController } from './fittings.controller.ts';
import { FittingsService } from './fittings.service.ts';
import { InvoicesController } from './invoices.controller.ts';
import { InvoicesService } from './invoices.service.ts';
import { OldPartPhotosController } from './old-part-photos.controller.ts';
import { OldPartPhotosService } from './old-part-photos.service.ts';
import { OldPartsService } from './old-parts.service.ts';
import { RepairOrdersController } from './repair-orders.controller.ts';
import { RepairOrdersService } from './repair-orders.service.ts';

@Module({
  imports: [FlagsModule, ScansModule, VerificationModule],
  controllers: [RepairOrdersController, FittingsController, OldPartPhotosController, InvoicesController],
  providers: [
    RepairOrdersService,
    ApprovalsService,
    AllocationsService,
    FittingsService,
    FittingCorrectionsService,
    OldPartsService,
    OldPartPhotosService,
    InvoicesService,
  ],
  exports: [RepairOrdersService, ApprovalsService, FittingsService, OldPartPhotosService, InvoicesService],
})
export class RepairOrdersModule {}
