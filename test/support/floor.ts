import type { DynamicModule, ModuleMetadata } from '@nestjs/common';
import { AUTH_CONSTRAINTS } from '../../src/auth/auth.constraints.ts';
import { AuthModule } from '../../src/auth/auth.module.ts';
import type { Config } from '../../src/config/config.ts';
import { ConfigModule } from '../../src/config/config.module.ts';
import { Constraints } from '../../src/database/constraints.ts';
import { DatabaseModule } from '../../src/database/database.module.ts';
import { HttpModule } from '../../src/http/http.module.ts';
import { Clock } from '../../src/kernel/clock.ts';

/** The floor that every folder stands on, with a test's own routes in place of the trade's. */
export const floorWith =
  (own: Pick<ModuleMetadata, 'controllers' | 'providers'> = {}) =>
  (config: Config, clock: Clock): DynamicModule => ({
    module: class FloorModule {},
    global: true,
    imports: [
      ConfigModule.forRoot(config),
      DatabaseModule,
      HttpModule.forRoot(Constraints.of(AUTH_CONSTRAINTS)),
      AuthModule,
    ],
    controllers: own.controllers ?? [],
    providers: [{ provide: Clock, useValue: clock }, ...(own.providers ?? [])],
    exports: [Clock],
  });
