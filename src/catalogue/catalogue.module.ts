import { Module } from '@nestjs/common';
import { CatalogueImportController } from './catalogue-import.controller.ts';
import { CatalogueImportService } from './catalogue-import.service.ts';
import { PartEditingService } from './part-editing.service.ts';
import { PartsController } from './parts.controller.ts';
import { PartsService } from './parts.service.ts';

/** `AuditService`, `Database` and `Clock` come from the floor. */
@Module({
  controllers: [CatalogueImportController, PartsController],
  providers: [CatalogueImportService, PartEditingService, PartsService],
  exports: [CatalogueImportService, PartsService],
})
export class CatalogueModule {}
