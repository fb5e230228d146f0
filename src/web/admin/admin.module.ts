import { Module } from '@nestjs/common';
import { ApiKeysAdminController } from './api-keys-admin.controller.tsx';
import { AuditAdminController } from './audit-admin.controller.tsx';
import { OrganisationsAdminController } from './organisations-admin.controller.tsx';
import { PeopleAdminController } from './people-admin.controller.tsx';

/** Who may work here, and what was done: the platform’s room, and each organisation’s own keys and record. */
@Module({
  controllers: [OrganisationsAdminController, PeopleAdminController, ApiKeysAdminController, AuditAdminController],
})
export class AdminModule {}
