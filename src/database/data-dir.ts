import { randomBytes } from 'node:crypto';
import { access, constants, lstat, mkdir, realpath, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CannotStart, EXIT } from '../config/cannot-start.ts';
import { projectRoot } from '../config/project-root.ts';
import type { Say } from './say.ts';
import { inPlainWords } from './postgres-trouble.ts';
import { blockedFolder, OURSELVES, type PostgresUser } from './postgres-user.ts';

const BESIDE = '/var/lib/truepart';

/**
 * Makes `dataDir` where it is missing, and tells its true path, which PostgreSQL's user can reach.
 * @throws CannotStart when that user may not enter a folder on the way.
 */
export async function makeDataDir(dataDir: string, user: PostgresUser, say: Say): Promise<string> {
  const mode = user.isOther ? 0o711 : 0o700;
  const exists = await isThere(dataDir);
  if (!exists && isDefault(dataDir) && user.isOther && blockedFolder(dirname(dataDir), user)) {
    const elsewhere = await linkToReachable(dataDir, mode);
    say('info', `PostgreSQL's user ${user.name} may not enter this project, so its data are in ${elsewhere}.`);
  } else if (!exists) {
    await makeFolder(dataDir, mode);
  }
  const path = await realpath(dataDir);
  refuseBlocked(path, user);
  return path;
}

/**
 * For a server whose database is elsewhere: it still keeps its signing keys in `dataDir`.
 * @throws CannotStart when they could not be written there.
 */
export async function makeOwnDataDir(dataDir: string, say: Say): Promise<void> {
  await inPlainWords('Preparing DATA_DIR', dataDir, async () => {
    await access(await makeDataDir(dataDir, OURSELVES, say), constants.W_OK);
  });
}

/**
 * A project below /root, which PostgreSQL's user may not enter: the folder lies elsewhere, and a link in the project
 * tells where. A folder that somebody chose by DATA_DIR is never moved; there it is said instead.
 */
async function linkToReachable(dataDir: string, mode: number): Promise<string> {
  const elsewhere = join(BESIDE, randomBytes(4).toString('hex'));
  await makeFolder(BESIDE, 0o755);
  await mkdir(elsewhere, { mode });
  await symlink(elsewhere, dataDir);
  return elsewhere;
}

function isDefault(dataDir: string): boolean {
  return dataDir === join(projectRoot, '.data');
}

/** Not mkdir's `recursive`: below /proc that one never returns. */
async function makeFolder(path: string, mode: number): Promise<void> {
  if (await isThere(path)) return;
  if (dirname(path) !== path) await makeFolder(dirname(path), mode);
  await mkdir(path, { mode }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

function refuseBlocked(dataDir: string, user: PostgresUser): void {
  const blocked = blockedFolder(dataDir, user);
  if (blocked === undefined) return;
  throw new CannotStart(
    user.isOther
      ? `PostgreSQL refuses to run as root and runs as ${user.name}, who may not enter ${blocked} on the way to DATA_DIR (${dataDir}).`
      : `This user may not enter ${blocked} on the way to DATA_DIR (${dataDir}).`,
    user.isOther
      ? `Choose a folder that ${user.name} can reach: DATA_DIR=${BESIDE} npm start. Or let others pass through: chmod o+x ${blocked}`
      : 'Set DATA_DIR to a folder of your own, or start as the user that owns it.',
    EXIT.cannotCreate,
  );
}
