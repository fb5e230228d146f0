import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { setTimeout as wait } from 'node:timers/promises';
import { AppModule } from './app.module.ts';
import { CannotStart } from './config/cannot-start.ts';
import { Config } from './config/config.ts';
import { openDatabase, type OpenDatabase } from './database/open-database.ts';
import type { Say } from './database/say.ts';
import { loadDemoWorld } from './demo/demo-world.ts';
import { greeting } from './greeting.ts';
import { createApplication } from './http/application.ts';
import { createLog } from './http/log.ts';
import { settleLabelOrigin } from './labels/label-origin.ts';
import { cannotListen, settlePort } from './listening.ts';

/** What is running by now, in the order in which it is to be stopped. */
const running: { app?: NestFastifyApplication; database?: OpenDatabase; config?: Config; log?: Logger } = {};

/** Plain words to the person who starts us; from then on lines of the log, which a machine may read. */
const tell: Say = (level, line) => {
  if (running.log) running.log[level](line);
  else (level === 'info' ? process.stdout : process.stderr).write(`${line}\n`);
};

async function main(): Promise<void> {
  const config = await settlePort(Config.from(process.env));
  const database = await openDatabase(config, tell);
  Object.assign(running, { config, database });
  const labelOrigin = await settleLabelOrigin(database.url, config.publicUrl);
  const settled = config.with({ databaseUrl: database.url, labelOrigin });
  const log = createLog(config.logLevel);
  const app = await createApplication(AppModule.forRoot(settled), settled, log);
  running.app = app;
  await app.listen(config.port, config.host).catch((error: unknown) => {
    throw cannotListen(config, error as NodeJS.ErrnoException);
  });
  const links = config.isDemo ? await quietly(log, () => loadDemoWorld(app)) : undefined;
  for (const line of greeting(config, links)) tell('info', line);
  running.log = log;
}

/** The demo world comes over HTTP like everything else; its hundreds of answers are news to nobody. */
async function quietly<Result>(log: Logger, work: () => Promise<Result>): Promise<Result> {
  const { level } = log;
  if (log.isLevelEnabled('info')) log.level = 'warn';
  return work().finally(() => (log.level = level));
}

/** First the requests that run, then the database: nothing that was begun is cut off. */
async function stop(): Promise<void> {
  const { app, database, config } = running;
  const patience = wait((config?.shutdownSeconds ?? 0) * 1000, undefined, { ref: false });
  if (app) await Promise.race([app.close(), patience]);
  await database?.close();
}

let isStopping = false;
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // A terminal and npm both pass Ctrl-C on, so it arrives twice.
    if (!isStopping) void stop().finally(() => process.exit());
    isStopping = true;
  });
}

try {
  await main();
} catch (error) {
  await stop();
  if (!(error instanceof CannotStart)) throw error;
  tell('error', `\nTruepart cannot start.\n${error.message}\n\n${error.remedy}`);
  process.exit(error.exitCode);
}
