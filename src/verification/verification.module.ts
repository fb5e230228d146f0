import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.ts';
import { LabelsModule } from '../labels/labels.module.ts';
import { VerificationService } from './verification.service.ts';

@Module({
  imports: [CatalogueModule, LabelsModule],
  providers: [VerificationService],
  exports: [VerificationService],
})
export class VerificationModule {}
