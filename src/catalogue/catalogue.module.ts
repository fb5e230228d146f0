import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.ts';
import { CatalogueImportController } from './catalogue-import.controller.ts';
import { CatalogueImportService } from './catalogue-import.service.ts';
import { PartBrowsingService } from './part-browsing.service.ts';
import { PartEditingService } from './part-editing.service.ts';
import { PartsController } from './parts.controller.ts';
import { PartsService } from './parts.service.ts';

@Module({
  imports: [AuthModule],
  controllers: [CatalogueImportController, PartsController],
  providers: [CatalogueImportService, PartBrowsingService, PartEditingService, PartsService],
  exports: [CatalogueImportService, PartBrowsingService, PartEditingService, PartsService],
})
export class CatalogueModule {}
