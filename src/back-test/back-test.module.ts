import { Module } from '@nestjs/common';
import { VerificationModule } from '../verification/verification.module.ts';
import { BackTestController } from './back-test.controller.ts';
import { BackTestService } from './back-test.service.ts';

/** A rule, tried on the past before it is switched on. */
@Module({
  imports: [VerificationModule],
  controllers: [BackTestController],
  providers: [BackTestService],
  exports: [BackTestService],
})
export class BackTestModule {}
