import { Module } from '@nestjs/common';
import { DesignModule } from '../design/design.module.ts';
import { AccountController } from './account.controller.tsx';
import { SignInController } from './sign-in.controller.tsx';

/** What everybody who signs in shares, whatever room they work in. */
@Module({ imports: [DesignModule], controllers: [SignInController, AccountController] })
export class StaffModule {}
