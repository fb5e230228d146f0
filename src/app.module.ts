import { type DynamicModule, Module } from '@nestjs/common';
import type { Config } from './config/config.ts';
import { ConfigModule } from './config/config.module.ts';
import { DatabaseModule } from './database/database.module.ts';

/** Wiring, nothing else. */
@Module({})
export class AppModule {
  static forRoot(config: Config): DynamicModule {
    return { module: AppModule, imports: [ConfigModule.forRoot(config), DatabaseModule] };
  }
}
