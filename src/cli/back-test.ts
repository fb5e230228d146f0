import { DataSource } from 'typeorm';
import { BackTestService } from '../back-test/back-test.service.ts';
import { PartsService } from '../catalogue/parts.service.ts';
import { CannotStart, EXIT } from '../config/cannot-start.ts';
import type { Config } from '../config/config.ts';
import { connectionOptions } from '../database/connection.ts';
import { Database } from '../database/database.ts';
import { migrationState } from '../database/migrate.ts';
import { joinDatabase } from '../database/open-database.ts';
import { SystemClock } from '../kernel/clock.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import { Refusal } from '../kernel/refusal.ts';
import { PublishedKeysService } from '../labels/published-keys.service.ts';
import { VerificationService } from '../verification/verification.service.ts';
import { backTestReport } from './back-test-report.ts';
import { type Asked, askedIn } from './back-test-wish.ts';
import { command } from './command.ts';

/** One to read by and two to look back on. */
const CONNECTIONS = 3;

/** Without the server's house: nothing else must begin to work because a rule is tried. */
async function backTest(config: Config, url: string, { maker, isJson, ...asked }: Asked): Promise<string> {
  const { pending } = await migrationState(url);
  if (pending.length > 0)
    throw new CannotStart('The database has another schema.', 'Start the server once: it brings it up to date.');
  const source = await new DataSource(connectionOptions(url, CONNECTIONS)).initialize();
  try {
    const database = new Database(source);
    const makerId = await makerCalled(database, maker);
    const known = config.with({ labelOrigin: (await labelOrigin(database)) ?? config.publicUrl });
    const clock = new SystemClock();
    const looks = new VerificationService(known, new PublishedKeysService(database), new PartsService(clock));
    const told = await new BackTestService(database, clock, looks).run({ ...asked, makerId });
    return isJson ? JSON.stringify(told, null, 2) : backTestReport(told);
  } finally {
    await source.destroy();
  }
}

async function makerCalled(database: Database, code: string): Promise<OrganisationId> {
  const question = "SELECT id FROM organisation WHERE kind = 'maker' AND code = $1";
  const row = await database.first<{ id: OrganisationId }>(question, [code]);
  if (!row) throw new CannotStart(`There is no maker ${code}.`, 'Say its code, as in: --maker CH', EXIT.badUsage);
  return row.id;
}

/** Labels are read under the address that they were printed with. */
async function labelOrigin(database: Database): Promise<string | undefined> {
  return (await database.first<{ origin: string }>('SELECT origin FROM label_origin'))?.origin;
}

await command(async (config, say) => {
  const asked = askedIn(process.argv.slice(2), new Date());
  const database = await joinDatabase(config, say);
  try {
    console.log(await backTest(config, database.url, asked));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const faults = error.errors.map(({ path, message }) => `${path} ${message}`);
    throw new CannotStart([error.words.en, ...faults].join('\n'), 'See docs/rules.md.', EXIT.badUsage);
  } finally {
    await database.close();
  }
});
