import { join } from 'node:path';
import { CannotStart } from '../config/cannot-start.ts';
import { Config } from '../config/config.ts';
import { projectRoot } from '../config/project-root.ts';
import type { Say } from '../database/say.ts';

/** What came of a command is for a pipe; everything said on the way is for the person at the terminal. */
const tell: Say = (_, line) => console.error(line);

/** Runs one command with the settings the server has, and ends in plain words when it cannot. */
export async function command(work: (config: Config, say: Say) => Promise<void>): Promise<void> {
  try {
    loadSettings();
    await work(Config.from(process.env), tell);
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    console.error(`${error.message}\n\n${error.remedy}`);
    process.exitCode = error.exitCode;
  }
}

function loadSettings(): void {
  try {
    process.loadEnvFile(join(projectRoot, '.env'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
