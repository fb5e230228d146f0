import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { Housekeeping } from '../http/housekeeping.ts';
import { IdentityProvider } from './identity-provider.ts';
import { ProviderSignInsService } from './provider-sign-ins.service.ts';
import { SignInAttemptsService } from './sign-in-attempts.service.ts';

/** Staff who come by OpenID Connect. */
@Module({
  providers: [IdentityProvider, SignInAttemptsService, ProviderSignInsService],
  exports: [SignInAttemptsService, ProviderSignInsService],
})
export class OidcModule implements OnApplicationBootstrap {
  constructor(
    private readonly housekeeping: Housekeeping,
    private readonly attempts: SignInAttemptsService,
  ) {}

  onApplicationBootstrap(): void {
    this.housekeeping.every(60, () => this.attempts.removeExpired());
  }
}
