import { Global, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Housekeeping } from '../http/housekeeping.ts';
import { RequestThrottle } from '../http/request-throttle.guard.ts';
import { AccessGuard } from './access.guard.ts';
import { AccountsController } from './accounts.controller.ts';
import { AccountsService } from './accounts.service.ts';
import { ActorsService } from './actors.service.ts';
import { ApiKeysController } from './api-keys.controller.ts';
import { ApiKeysService } from './api-keys.service.ts';
import { AuditController } from './audit.controller.ts';
import { AuditService } from './audit.service.ts';
import { AuditTrailService } from './audit-trail.service.ts';
import { BrowserSession } from './browser-session.ts';
import { OrganisationsController } from './organisations.controller.ts';
import { OrganisationsService } from './organisations.service.ts';
import { SessionCookie } from './session-cookie.ts';
import { SessionsController } from './sessions.controller.ts';
import { SessionsService } from './sessions.service.ts';

/** Global, like the rest of the floor: every folder records in the audit. */
@Global()
@Module({
  controllers: [SessionsController, ApiKeysController, OrganisationsController, AccountsController, AuditController],
  providers: [
    // In this order: limits are counted by who calls.
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: RequestThrottle },
    ActorsService,
    SessionsService,
    SessionCookie,
    BrowserSession,
    ApiKeysService,
    OrganisationsService,
    AccountsService,
    AuditService,
    AuditTrailService,
  ],
  exports: [
    AuditService,
    AuditTrailService,
    OrganisationsService,
    AccountsService,
    ApiKeysService,
    SessionsService,
    SessionCookie,
    BrowserSession,
  ],
})
export class AuthModule implements OnApplicationBootstrap {
  constructor(
    private readonly housekeeping: Housekeeping,
    private readonly sessions: SessionsService,
  ) {}

  onApplicationBootstrap(): void {
    this.housekeeping.every(60, () => this.sessions.removeExpired());
  }
}
