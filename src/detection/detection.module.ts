import { Module } from '@nestjs/common';
import { FlagsModule } from '../flags/flags.module.ts';
import { VerificationModule } from '../verification/verification.module.ts';
import { CrowdsPass } from './crowds.pass.ts';
import { DetectionRunner } from './detection-runner.ts';
import { LateRecordsPass } from './late-records.pass.ts';
import { ComplaintsPass, CoresPass, TransitPass } from './overdue.pass.ts';
import { PacePass } from './pace.pass.ts';
import { PutRightPass } from './put-right.pass.ts';
import { RatesPass } from './rates.pass.ts';

/** What no single step can show. */
@Module({
  imports: [FlagsModule, VerificationModule],
  providers: [
    DetectionRunner,
    LateRecordsPass,
    PutRightPass,
    TransitPass,
    CoresPass,
    ComplaintsPass,
    PacePass,
    RatesPass,
    CrowdsPass,
  ],
  exports: [DetectionRunner],
})
export class DetectionModule {}
