import { Module } from '@nestjs/common';
import { DesignModule } from '../design/design.module.ts';
import { ScannerTestController } from './scanner-test.controller.tsx';

/** For everybody who holds a scanner, in whatever room. */
@Module({ imports: [DesignModule], controllers: [ScannerTestController] })
export class ScanningModule {}
