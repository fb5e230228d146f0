import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.ts';
import { Database } from '../database/database.ts';
import { FlagsModule } from '../flags/flags.module.ts';
import { Metrics } from '../http/metrics.ts';
import { LabelsModule } from '../labels/labels.module.ts';
import { PaintPool } from '../labels/sheets/paint-pool.ts';
import { SigningPool } from '../labels/signing-pool.ts';
import { BatchLabelsService } from './batch-labels.service.ts';
import { BatchProgressController } from './batch-progress.controller.ts';
import { BatchProgressFeed } from './batch-progress.ts';
import { BatchRunner } from './batch-runner.ts';
import { countUnfinished } from './batch-work.ts';
import { BatchesController } from './batches.controller.ts';
import { BatchesService } from './batches.service.ts';
import { DispatchImportController } from './dispatch-import.controller.ts';
import { DispatchImportService } from './dispatch-import.service.ts';
import { LabelFilesController } from './label-files.controller.ts';
import { LabelFilesService } from './label-files.service.ts';
import { LabelPrintersService } from './label-printers.service.ts';
import { LabelProofsService } from './label-proofs.service.ts';

/** Batches of units, their labels, and the orders that bound them. */
@Module({
  imports: [CatalogueModule, FlagsModule, LabelsModule],
  controllers: [DispatchImportController, BatchesController, BatchProgressController, LabelFilesController],
  providers: [
    BatchesService,
    BatchLabelsService,
    BatchProgressFeed,
    BatchRunner,
    DispatchImportService,
    LabelFilesService,
    LabelPrintersService,
    LabelProofsService,
    { provide: PaintPool, useFactory: () => new PaintPool() },
    { provide: SigningPool, useFactory: () => new SigningPool() },
  ],
  exports: [
    BatchesService,
    BatchLabelsService,
    BatchRunner,
    DispatchImportService,
    LabelFilesService,
    LabelPrintersService,
    LabelProofsService,
  ],
})
export class IssuanceModule implements OnApplicationBootstrap {
  constructor(
    private readonly metrics: Metrics,
    private readonly database: Database,
  ) {}

  onApplicationBootstrap(): void {
    this.metrics.watchQueue('batches', () => countUnfinished(this.database));
  }
}
