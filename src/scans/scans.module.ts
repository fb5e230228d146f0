import { Module } from '@nestjs/common';
import { FlagsModule } from '../flags/flags.module.ts';
import { VerificationModule } from '../verification/verification.module.ts';
import { BulkScansService } from './bulk-scans.service.ts';
import { ScansController } from './scans.controller.ts';
import { ScansService } from './scans.service.ts';

@Module({
  imports: [VerificationModule, FlagsModule],
  controllers: [ScansController],
  providers: [ScansService, BulkScansService],
  exports: [ScansService],
})
export class ScansModule {}
