import { Module } from '@nestjs/common';
import { HoldsService } from './holds.service.ts';
import { UnitLivesService } from './unit-lives.service.ts';
import { UnitsController } from './units.controller.ts';
import { UnitsService } from './units.service.ts';

@Module({
  controllers: [UnitsController],
  providers: [UnitsService, UnitLivesService, HoldsService],
  exports: [UnitsService, UnitLivesService, HoldsService],
})
export class UnitsModule {}
