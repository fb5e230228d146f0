import { Module } from '@nestjs/common';
import { BackTestModule } from '../../back-test/back-test.module.ts';
import { FlagsModule } from '../../flags/flags.module.ts';
import { RepairOrdersModule } from '../../repair-orders/repair-orders.module.ts';
import { UnitsModule } from '../../units/units.module.ts';
import { CasesDeskController } from './cases-desk.controller.tsx';
import { FlagsDeskController } from './flags-desk.controller.tsx';
import { OverviewDeskController } from './overview-desk.controller.tsx';
import { RecallsDeskController } from './recalls-desk.controller.tsx';
import { RulesDeskController } from './rules-desk.controller.tsx';
import { TryDeskController } from './try-desk.controller.tsx';
import { UnitsDeskController } from './units-desk.controller.tsx';

/** The analyst’s room. */
@Module({
  imports: [BackTestModule, FlagsModule, RepairOrdersModule, UnitsModule],
  controllers: [
    FlagsDeskController,
    CasesDeskController,
    UnitsDeskController,
    RecallsDeskController,
    RulesDeskController,
    TryDeskController,
    OverviewDeskController,
  ],
})
export class DeskModule {}
