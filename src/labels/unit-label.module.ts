import { Module } from '@nestjs/common';
import { UnitLabelController } from './unit-label.controller.ts';

/** Apart from the keys: drawing a label that exists takes none. */
@Module({ controllers: [UnitLabelController] })
export class UnitLabelModule {}
