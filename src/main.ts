import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { setTimeout as wait } from 'node:timers/promises';
import { AppModule } from './app.module.ts';
import { CannotStart } from './config/cannot-start.ts';
import { Config } from './config/config.ts';
import { createApplication } from './http/application.ts';
import type { Say } from './database/embedded-postgres.ts';
import { openDatabase, type OpenDatabase } from './database/open-database.ts';
import { cannotListen, settlePort } from './listening.ts';

const tell: Say = (level, line) => void (level === 'info' ? process.stdout : process.stderr).write(`${line}\n`);

async function main(): Promise<void> {
  const config = await settlePort(Config.from(process.env));
  const database = await openDatabase(config, tell);
  try {
    const settled = config.with({ databaseUrl: database.url });
    const app = await createApplication(AppModule.forRoot(settled), settled);
    await app.listen(config.port, config.host).catch((error: unknown) => {
      throw cannotListen(config, error as NodeJS.ErrnoException);
    });
    stopOnSignals(app, database, config);
  } catch (error) {
    await database.close();
    throw error;
  }
  tell('info', `Truepart is at ${config.publicUrl}`);
}

/** First the requests that run, then the database: nothing that was begun is cut off. */
function stopOnSignals(app: NestFastifyApplication, database: OpenDatabase, config: Config): void {
  let isStopping = false;
  const stop = async () => {
    // A terminal and npm both pass Ctrl-C on, so it arrives twice.
    if (isStopping) return;
    isStopping = true;
    await Promise.race([app.close(), wait(config.shutdownSeconds * 1000, undefined, { ref: false })]);
    await database.close();
    process.exit();
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop());
}

try {
  await main();
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  tell('error', `\nTruepart cannot start.\n${error.message}\n\n${error.remedy}`);
  process.exitCode = error.exitCode;
}
