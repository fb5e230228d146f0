import { type DynamicModule, Module } from '@nestjs/common';
import { AUTH_CONSTRAINTS } from './auth/auth.constraints.ts';
import { AuthModule } from './auth/auth.module.ts';
import { CATALOGUE_CONSTRAINTS } from './catalogue/catalogue.constraints.ts';
import { CatalogueModule } from './catalogue/catalogue.module.ts';
import { BackTestModule } from './back-test/back-test.module.ts';
import { CarHistoryModule } from './car-history/car-history.module.ts';
import type { Config } from './config/config.ts';
import { ConfigModule } from './config/config.module.ts';
import { Constraints } from './database/constraints.ts';
import { DatabaseModule } from './database/database.module.ts';
import { DetectionModule } from './detection/detection.module.ts';
import { DISTRIBUTION_CONSTRAINTS } from './distribution/distribution.refusals.ts';
import { DistributionModule } from './distribution/distribution.module.ts';
import { FeedbackModule } from './feedback/feedback.module.ts';
import { FlagsModule } from './flags/flags.module.ts';
import { FLAG_CONSTRAINTS } from './flags/flags.refusals.ts';
import { HttpModule } from './http/http.module.ts';
import { IssuanceModule } from './issuance/issuance.module.ts';
import { Clock, SystemClock } from './kernel/clock.ts';

import { LABELS_CONSTRAINTS } from './labels/labels.refusals.ts';
import { LabelsModule } from './labels/labels.module.ts';
import { MailModule } from './mail/mail.module.ts';
import { OidcModule } from './oidc/oidc.module.ts';
import { OIDC_CONSTRAINTS } from './oidc/oidc.refusals.ts';
import { ResolverModule } from './resolver/resolver.module.ts';
import { RepairOrdersModule } from './repair-orders/repair-orders.module.ts';
import { REPAIR_ORDER_CONSTRAINTS } from './repair-orders/repair-orders.refusals.ts';
import { ScansModule } from './scans/scans.module.ts';
import { AdminModule } from './web/admin/admin.module.ts';
import { DeskModule } from './web/desk/desk.module.ts';
import { MakerModule } from './web/maker/maker.module.ts';
import { OwnerPagesModule } from './web/owner/owner-pages.module.ts';
import { QuestionsModule } from './web/questions/questions.module.ts';
import { ScanningModule } from './web/scanning/scanning.module.ts';
import { ScorecardPagesModule } from './web/scorecard/scorecard-pages.module.ts';
import { StaffModule } from './web/staff/staff.module.ts';
import { WarehouseModule } from './web/warehouse/warehouse.module.ts';
import { WorkshopModule } from './web/workshop/workshop.module.ts';
import { UNITS_CONSTRAINTS } from './units/units.refusals.ts';
import { ScorecardModule } from './scorecard/scorecard.module.ts';
import { UnitsModule } from './units/units.module.ts';
import { WebhooksModule } from './webhooks/webhooks.module.ts';

/** What each folder's database constraints mean to a caller. */
const constraints = Constraints.of(
  AUTH_CONSTRAINTS,
  OIDC_CONSTRAINTS,
  CATALOGUE_CONSTRAINTS,
  LABELS_CONSTRAINTS,
  UNITS_CONSTRAINTS,
  DISTRIBUTION_CONSTRAINTS,
  FLAG_CONSTRAINTS,
  REPAIR_ORDER_CONSTRAINTS,
);

/** Wiring, nothing else. */
@Module({})
export class AppModule {
  static forRoot(this: void, config: Config, clock: Clock = new SystemClock()): DynamicModule {
    return {
      module: AppModule,
      global: true,
      imports: [
        ConfigModule.forRoot(config),
        DatabaseModule,
        HttpModule.forRoot(constraints),
        AuthModule,
        OidcModule,
        CatalogueModule,
        LabelsModule,
        UnitsModule,
        FlagsModule,
        IssuanceModule,
        DistributionModule,
        ScansModule,
        RepairOrdersModule,
        FeedbackModule,
        CarHistoryModule,
        DetectionModule,
        WebhooksModule,
        MailModule,
        ScorecardModule,
        BackTestModule,
        OwnerPagesModule,
        StaffModule,
        ScorecardPagesModule,
        ScanningModule,
        DeskModule,
        WarehouseModule,
        MakerModule,
        AdminModule,
        WorkshopModule,
        QuestionsModule,
        ResolverModule,
      ],
      providers: [{ provide: Clock, useValue: clock }],
      exports: [Clock],
    };
  }
}
