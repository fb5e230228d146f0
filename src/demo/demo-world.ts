import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountsService } from '../auth/accounts.service.ts';
import { AuditService } from '../auth/audit.service.ts';
import { OrganisationsService } from '../auth/organisations.service.ts';
import { Database } from '../database/database.ts';
import { DEMO_ACCOUNTS, DEMO_ORGANISATIONS, DEMO_PASSWORD } from './demo-people.ts';
import { DemoStory, type DemoLinks } from './demo-story.ts';

/**
 * Loads the demo world into an installation that has none, and gives the links of its finished orders. A loading that was
 * cut off goes on: people are there or are made, and the story is told with idempotency keys.
 */
export async function loadDemoWorld(app: NestFastifyApplication): Promise<DemoLinks> {
  const database = app.get(Database);
  const loaded = await database.first<{ detail: DemoLinks }>(
    "SELECT detail FROM audit_entry WHERE action = 'demo.loaded'",
  );
  if (loaded) return loaded.detail;
  await makePeople(app, database);
  const links = await (await DemoStory.of(app)).play();
  const audit = app.get(AuditService);
  await audit.record(database, 'system', 'demo.loaded', 'demo world', { ...links });
  return links;
}

async function makePeople(app: NestFastifyApplication, database: Database): Promise<void> {
  const codes = new Set(
    (await database.rows<{ code: string }>('SELECT code FROM organisation')).map(({ code }) => code),
  );
  for (const { place, ...organisation } of DEMO_ORGANISATIONS.filter(({ code }) => !codes.has(code)))
    await app.get(OrganisationsService).create('system', { ...organisation, ...place });
  const emails = new Set(
    (await database.rows<{ email: string }>('SELECT email FROM account')).map(({ email }) => email),
  );
  for (const account of DEMO_ACCOUNTS.filter(({ email }) => !emails.has(email)))
    await app.get(AccountsService).create('system', { ...account, password: DEMO_PASSWORD });
}
