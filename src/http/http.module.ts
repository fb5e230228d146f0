import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, HttpAdapterHost, Reflector } from '@nestjs/core';
import { TerminusModule } from '@nestjs/terminus';
import { ThrottlerModule } from '@nestjs/throttler';
import { Config } from '../config/config.ts';
import { Constraints } from '../database/constraints.ts';
import { Addresses } from './addresses.ts';
import { DocsController } from './docs.controller.ts';
import { HealthController } from './health.controller.ts';
import { Housekeeping } from './housekeeping.ts';
import { IdempotencyInterceptor } from './idempotency.interceptor.ts';
import { IdempotencyPurge } from './idempotency-purge.ts';
import { Metrics } from './metrics.ts';
import { OpenApi } from './openapi.ts';
import { RefusalFilter } from './refusal.filter.ts';
import { throttlerOptions } from './request-throttle.guard.ts';

/** What every route has without asking: problem documents, idempotency, limits, health, metrics and the contract. */
@Module({})
export class HttpModule {
  /** @param constraints of every folder, merged: what a violated one means to the caller. */
  static forRoot(constraints: Constraints): DynamicModule {
    return {
      module: HttpModule,
      global: true,
      imports: [
        TerminusModule.forRoot({ logger: false }),
        ThrottlerModule.forRootAsync({ inject: [Config, Reflector], useFactory: throttlerOptions }),
      ],
      controllers: [HealthController, DocsController],
      providers: [
        { provide: Constraints, useValue: constraints },
        {
          provide: Addresses,
          inject: [HttpAdapterHost],
          useFactory: ({ httpAdapter }: HttpAdapterHost) => new Addresses(httpAdapter.getInstance()),
        },
        { provide: APP_FILTER, useClass: RefusalFilter },
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
        Housekeeping,
        IdempotencyPurge,
        Metrics,
        OpenApi,
      ],
      exports: [Constraints, Housekeeping, Metrics, OpenApi, Addresses, ThrottlerModule],
    };
  }
}
