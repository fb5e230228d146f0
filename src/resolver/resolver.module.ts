import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.ts';
import { FeedbackModule } from '../feedback/feedback.module.ts';
import { OwnerPagesModule } from '../web/owner/owner-pages.module.ts';
import { Linksets } from './linksets.service.ts';
import { ResolverController } from './resolver.controller.ts';

@Module({
  imports: [CatalogueModule, FeedbackModule, OwnerPagesModule],
  controllers: [ResolverController],
  providers: [Linksets],
})
export class ResolverModule {}
