import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthModule } from '../auth/auth.module.ts';
import { JwksController } from './jwks.controller.ts';
import { PrivateKeyFiles, PrivateKeyStore } from './private-key-store.ts';
import { PublishedKeysService } from './published-keys.service.ts';
import { SigningKey } from './signing-key.entity.ts';
import { SigningKeysController } from './signing-keys.controller.ts';
import { SigningKeysService } from './signing-keys.service.ts';
import { SigningService } from './signing.service.ts';
import { UnitLabelController } from './unit-label.controller.ts';

@Module({
  imports: [AuthModule, TypeOrmModule.forFeature([SigningKey])],
  controllers: [SigningKeysController, JwksController, UnitLabelController],
  providers: [
    SigningKeysService,
    SigningService,
    PublishedKeysService,
    { provide: PrivateKeyStore, useClass: PrivateKeyFiles },
  ],
  exports: [SigningKeysService, SigningService, PublishedKeysService],
})
export class LabelsModule {}
