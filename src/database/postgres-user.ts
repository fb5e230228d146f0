import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { CannotStart } from '../config/cannot-start.ts';

/** Whom PostgreSQL runs as. It refuses to run as root, so root lends it another user. */
export interface PostgresUser {
  readonly name: string;
  /** For `spawn`: empty when PostgreSQL runs as we do. */
  readonly identity: { readonly uid?: number; readonly gid?: number };
  readonly isOther: boolean;
}

export const OURSELVES: PostgresUser = { name: 'this user', identity: {}, isOther: false };

/** Nothing of ours: no PG* variable may redirect it, and its words stay those we look for. */
export const POSTGRES_ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' };

/**
 * Ourselves, unless we are root: then the owner of what is already there, or a user meant for such things.
 * @param folders existing or not, the first owned by somebody other than root decides.
 */
export function postgresUser(folders: readonly string[]): PostgresUser {
  if (process.getuid?.() !== 0) return OURSELVES;
  for (const folder of folders) {
    const owner = statSync(folder, { throwIfNoEntry: false });
    if (owner && owner.uid !== 0) {
      return { name: `user ${owner.uid}`, identity: { uid: owner.uid, gid: owner.gid }, isOther: true };
    }
  }
  for (const name of ['postgres', 'nobody']) {
    const identity = lookUp(name);
    if (identity) return { name, identity, isOther: true };
  }
  throw new CannotStart(
    'PostgreSQL refuses to run as root, and this system has neither a user postgres nor a user nobody.',
    'Start Truepart as an ordinary user, or create one for PostgreSQL: useradd --system postgres',
  );
}

/** The outermost folder on the way to `path` that this user may not enter, if any. */
export function blockedFolder(path: string, user: PostgresUser): string | undefined {
  const ways = [path];
  for (let folder = dirname(path); folder !== ways[0]; folder = dirname(folder)) ways.unshift(folder);
  return ways.find((folder) => !mayEnter(folder, user));
}

function mayEnter(folder: string, user: PostgresUser): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd -- "$0"', folder], { ...user.identity, cwd: '/' }).status === 0;
}

function lookUp(name: string): { uid: number; gid: number } | undefined {
  try {
    const [uid, gid] = ['-u', '-g'].map((what) =>
      Number(execFileSync('id', [what, name], { encoding: 'utf8', stdio: 'pipe' })),
    );
    return uid ? { uid, gid: gid ?? uid } : undefined;
  } catch {
    return undefined;
  }
}
