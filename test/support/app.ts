import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { AppModule } from '../../src/app.module.ts';
import { Config } from '../../src/config/config.ts';
import { createApplication } from '../../src/http/application.ts';
import { createLog } from '../../src/http/log.ts';
import { FixedClock } from '../../src/kernel/clock.ts';
import { testDatabase } from './database.ts';

/** The moment at which every story begins, unless it says otherwise. */
export const STORY_BEGINS = new Date('2026-11-23T02:00:00Z');

export interface RunningApp {
  readonly app: NestFastifyApplication;
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly databaseUrl: string;
  /** supertest over real HTTP: `request.get('/health/live')`. */
  readonly request: ReturnType<typeof supertest>;
  /** Stands still until it is moved. */
  readonly clock: FixedClock;
  /** Every log line so far. */
  readonly logged: readonly string[];
  /** Stops the application and drops its database. */
  readonly close: () => Promise<void>;
}

export interface AppWishes {
  readonly now?: Date;
  /** Further environment variables. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The origin that labels keep from an earlier address. */
  readonly labelOrigin?: string;
  /** Root module instead of the whole application's, for tests that need routes of their own. */
  readonly root?: (config: Config, clock: FixedClock) => ReturnType<typeof AppModule.forRoot>;
}

/** The real application on a database of its own, listening on a free port of this machine. Call `close` in `afterAll`. */
export async function startApp({
  now = STORY_BEGINS,
  environment,
  labelOrigin,
  root = AppModule.forRoot,
}: AppWishes = {}): Promise<RunningApp> {
  const database = await testDatabase();
  const config = Config.from({
    NODE_ENV: 'test',
    DEMO: 'true',
    LOG_LEVEL: 'info',
    DATABASE_URL: database.url,
    DATABASE_POOL_SIZE: '10',
    THROTTLE_PUBLIC_CHECKS: '100000',
    ...environment,
  }).with(labelOrigin === undefined ? {} : { labelOrigin });
  const clock = new FixedClock(now);
  const logged: string[] = [];
  const log = createLog(config.logLevel, { write: (line) => void logged.push(line) });
  const app = await createApplication(root(config, clock), config, log);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const close = async () => {
    await app.close();
    await database.drop();
  };
  return { app, url, databaseUrl: database.url, request: supertest(url), clock, logged, close };
}
