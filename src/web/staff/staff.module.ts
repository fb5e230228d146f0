import { Module } from '@nestjs/common';
import { MailModule } from '../../mail/mail.module.ts';
import { DesignModule } from '../design/design.module.ts';
import { AccountController } from './account.controller.tsx';
import { NotificationsAccountController } from './notifications-account.controller.ts';
import { SignInController } from './sign-in.controller.tsx';

/** What everybody who signs in shares, whatever room they work in. */
@Module({
  imports: [DesignModule, MailModule],
  controllers: [SignInController, AccountController, NotificationsAccountController],
})
export class StaffModule {}
