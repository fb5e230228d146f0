import { CannotStart, EXIT } from '../config/cannot-start.ts';
import { migrate, migrationState, revert } from '../database/migrate.ts';
import { reachDatabase } from '../database/open-database.ts';
import { command } from './command.ts';

/** Each takes the address of the database and tells what it did. */
const DEEDS: Readonly<Record<string, (url: string) => Promise<string>>> = {
  up: async (url) => {
    const done = await migrate(url);
    return done.length > 0 ? `Run: ${done.join(', ')}` : 'Nothing to run.';
  },
  down: async (url) => {
    const name = await revert(url);
    return name === undefined ? 'Nothing to take back.' : `Taken back: ${name}`;
  },
  status: async (url) => {
    const { done, pending } = await migrationState(url);
    return [...done.map((name) => `[x] ${name}`), ...pending.map((name) => `[ ] ${name}`)].join('\n');
  },
};

await command(async (config, say) => {
  const deed = DEEDS[process.argv[2] ?? ''];
  if (deed === undefined) {
    throw new CannotStart('This command changes the database schema.', 'Say up, down or status.', EXIT.badUsage);
  }
  const database = await reachDatabase(config, say);
  try {
    console.log(await deed(database.url));
  } finally {
    await database.close();
  }
});
