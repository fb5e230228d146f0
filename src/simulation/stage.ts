import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../app.module.ts';
import { Config } from '../config/config.ts';
import { EmbeddedPostgres } from '../database/embedded-postgres.ts';
import { migrate } from '../database/migrate.ts';
import { createApplication } from '../http/application.ts';
import { createLog } from '../http/log.ts';
import { FixedClock } from '../kernel/clock.ts';

/** A server of its own with nobody in it, and the clock it goes by. */
export interface Stage {
  readonly app: NestFastifyApplication;
  /** Stands still until it is moved: months pass in a minute. */
  readonly clock: FixedClock;
  close(): Promise<void>;
}

/**
 * The whole application in this process on a private PostgreSQL in a temporary folder. The clock is handed in where the
 * application is made, so no running server has a switch to turn its clock by.
 */
export async function openStage(startsAt: number): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'truepart-simulation-'));
  await chmod(folder, 0o711);
  const say = (level: string, line: string): void => void (level === 'info' || process.stderr.write(`${line}\n`));
  const postgres = await EmbeddedPostgres.start({ dataDir: folder, connections: 30, isDurable: false, say });
  const remove = async (): Promise<void> => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await migrate(postgres.url);
    const config = configFor(postgres.url, folder);
    const clock = new FixedClock(new Date(startsAt));
    const app = await createApplication(AppModule.forRoot(config, clock), config, createLog('warn'));
    const close = async (): Promise<void> => {
      await app.close();
      await remove();
    };
    return { app, clock, close };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Nobody's rate is limited: a simulated minute is a few milliseconds. */
const configFor = (databaseUrl: string, dataDir: string): Config =>
  Config.from({
    NODE_ENV: 'test',
    DEMO: 'true',
    LOG_LEVEL: 'error',
    DATABASE_URL: databaseUrl,
    DATABASE_POOL_SIZE: '10',
    DATA_DIR: dataDir,
    THROTTLE_REQUESTS: '10000000',
    THROTTLE_PUBLIC_CHECKS: '1000000',
    THROTTLE_SIGN_INS: '1000000',
  });
