import { Module } from '@nestjs/common';
import { HoldsService } from './holds.service.ts';
import { UnitsController } from './units.controller.ts';
import { UnitsService } from './units.service.ts';

@Module({
  controllers: [UnitsController],
  providers: [UnitsService, HoldsService],
  exports: [UnitsService, HoldsService],
})
export class UnitsModule {}
