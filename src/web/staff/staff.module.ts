import { Module } from '@nestjs/common';
import { MailModule } from '../../mail/mail.module.ts';
import { OidcModule } from '../../oidc/oidc.module.ts';
import { DesignModule } from '../design/design.module.ts';
import { AccountController } from './account.controller.tsx';
import { NotificationsAccountController } from './notifications-account.controller.ts';
import { ProviderSignInController } from './provider-sign-in.controller.ts';
import { SignInController } from './sign-in.controller.ts';

/** What everybody who signs in shares, whatever room they work in. */
@Module({
  imports: [DesignModule, MailModule, OidcModule],
  controllers: [SignInController, ProviderSignInController, AccountController, NotificationsAccountController],
})
export class StaffModule {}
