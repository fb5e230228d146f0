import { Module } from '@nestjs/common';
import { CatalogueModule } from '../../catalogue/catalogue.module.ts';
import { DistributionModule } from '../../distribution/distribution.module.ts';
import { IssuanceModule } from '../../issuance/issuance.module.ts';
import { UnitsModule } from '../../units/units.module.ts';
import { DesignModule } from '../design/design.module.ts';
import { BatchesWarehouseController } from './batches-warehouse.controller.tsx';
import { CartonsWarehouseController } from './cartons-warehouse.controller.tsx';
import { FindingService } from './finding.service.ts';
import { LabelFilesWarehouseController } from './label-files-warehouse.controller.ts';
import { LabelsWarehouseController } from './labels-warehouse.controller.tsx';
import { OrdersWarehouseController } from './orders-warehouse.controller.tsx';
import { OverviewWarehouseController } from './overview-warehouse.controller.tsx';
import { ShipmentsWarehouseController } from './shipments-warehouse.controller.tsx';
import { StockWarehouseController } from './stock-warehouse.controller.tsx';

/** The room of whoever labels, packs, ships and receives. */
@Module({
  imports: [CatalogueModule, DesignModule, DistributionModule, IssuanceModule, UnitsModule],
  controllers: [
    OverviewWarehouseController,
    OrdersWarehouseController,
    BatchesWarehouseController,
    LabelFilesWarehouseController,
    LabelsWarehouseController,
    ShipmentsWarehouseController,
    CartonsWarehouseController,
    StockWarehouseController,
  ],
  providers: [FindingService],
})
export class WarehouseModule {}
