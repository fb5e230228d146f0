import { Module } from '@nestjs/common';
import { CatalogueModule } from '../../catalogue/catalogue.module.ts';
import { LabelsModule } from '../../labels/labels.module.ts';
import { ImportMakerController } from './import-maker.controller.tsx';
import { KeysMakerController } from './keys-maker.controller.tsx';
import { PartsMakerController } from './parts-maker.controller.tsx';

/** The maker’s room: its catalogue, and the keys that it signs with. */
@Module({
  imports: [CatalogueModule, LabelsModule],
  controllers: [PartsMakerController, ImportMakerController, KeysMakerController],
})
export class MakerModule {}
