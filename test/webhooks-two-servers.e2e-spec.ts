import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../src/app.module.ts';
import { Config } from '../src/config/config.ts';
import { createApplication } from '../src/http/application.ts';
import { createLog } from '../src/http/log.ts';
import { answered, World } from './support/actors.ts';
import { Receiver } from './support/receiver.ts';

const MESSAGES = 60;
let world: World;
let second: NestFastifyApplication;
let receiver: Receiver;
let dataDir: string;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'truepart-two-servers-'));
  world = await World.start({ environment: { DATA_DIR: dataDir } });
  const config = Config.from({ DATABASE_URL: world.app.databaseUrl, DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
  second = await createApplication(AppModule.forRoot(config, world.app.clock), config, createLog('silent'));
  receiver = await Receiver.start();
});
afterAll(async () => {
  await world.close();
  await receiver.close();
  rmSync(dataDir, { recursive: true, force: true });
});

test('two servers deliver each message once, also when one of them is stopped in the middle', async () => {
  receiver.behaviours.set('/hook', 'slow');
  const { id } = await world.maker.does('/api/webhooks', { url: `${receiver.url}/hook` });
  const sent = new Set<string>();
  for (let n = 0; n < MESSAGES; n++)
    sent.add(String((await world.maker.does(`/api/webhooks/${String(id)}/test`)).event));
  await world.until(async () => receiver.received.length >= MESSAGES / 4);
  await second.close();
  const delivered = async () => {
    const all = answered(await world.maker.get(`/api/webhooks/${String(id)}/deliveries?limit=200&status=delivered`));
    return (all.items as unknown[]).length;
  };
  await world.until(async () => (await delivered()) === MESSAGES);
  expect(receiver.received.map((each) => each.id).sort()).toEqual([...sent].sort());
});
