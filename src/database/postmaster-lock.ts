import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A PostgreSQL that runs on a cluster, ours or a leftover. */
export interface RunningServer {
  readonly pid: number;
  readonly port: number;
}

/** What `postmaster.pid` in a cluster says, if that process still runs. */
export async function runningServer(cluster: string): Promise<RunningServer | undefined> {
  const path = join(cluster, 'postmaster.pid');
  const text = await readFile(path, 'utf8').catch(() => '');
  const lines = text.split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!pid || !port || !isAlive(pid)) return undefined;
  if (isPostgres(pid)) return { pid, port };
  // Process numbers are soon used again, in containers above all, and PostgreSQL would refuse to start beside whoever
  // has this one now. It takes a lock of its own parent as stale, and still checks its shared memory.
  await writeFile(path, [process.pid, ...lines.slice(1)].join('\n'));
  return undefined;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** In doubt yes: then PostgreSQL's own lock decides. */
function isPostgres(pid: number): boolean {
  try {
    return commandOf(pid).includes('postgres');
  } catch {
    return true;
  }
}

function commandOf(pid: number): string {
  if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' });
}
