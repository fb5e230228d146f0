import { type DynamicModule, Module } from '@nestjs/common';
import { AUTH_CONSTRAINTS } from './auth/auth.constraints.ts';
import { AuthModule } from './auth/auth.module.ts';
import type { Config } from './config/config.ts';
import { ConfigModule } from './config/config.module.ts';
import { Constraints } from './database/constraints.ts';
import { DatabaseModule } from './database/database.module.ts';
import { HttpModule } from './http/http.module.ts';
import { Clock, SystemClock } from './kernel/clock.ts';

/** What each folder's database constraints mean to a caller. */
const constraints = Constraints.of(AUTH_CONSTRAINTS);

/** Wiring, nothing else. */
@Module({})
export class AppModule {
  static forRoot(this: void, config: Config, clock: Clock = new SystemClock()): DynamicModule {
    return {
      module: AppModule,
      global: true,
      imports: [ConfigModule.forRoot(config), DatabaseModule, HttpModule.forRoot(constraints), AuthModule],
      providers: [{ provide: Clock, useValue: clock }],
      exports: [Clock],
    };
  }
}
