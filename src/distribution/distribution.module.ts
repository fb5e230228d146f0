import { Module } from '@nestjs/common';
import { FlagsModule } from '../flags/flags.module.ts';
import { ScansModule } from '../scans/scans.module.ts';
import { VerificationModule } from '../verification/verification.module.ts';
import { CartonsController } from './cartons.controller.ts';
import { CartonsService } from './cartons.service.ts';
import { LoadChecksService } from './load-checks.service.ts';
import { ReceiptFindingsService } from './receipt-findings.service.ts';
import { ReceiptsService } from './receipts.service.ts';
import { ShipmentsController } from './shipments.controller.ts';
import { ShipmentsService } from './shipments.service.ts';

@Module({
  imports: [FlagsModule, ScansModule, VerificationModule],
  controllers: [ShipmentsController, CartonsController],
  providers: [ShipmentsService, LoadChecksService, ReceiptsService, ReceiptFindingsService, CartonsService],
  exports: [ShipmentsService, ReceiptsService, CartonsService],
})
export class DistributionModule {}
