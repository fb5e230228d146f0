import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { CannotStart, EXIT } from '../config/cannot-start.ts';
import { makeDataDir } from './data-dir.ts';
import { findBinaries, type PostgresBinaries } from './postgres-binaries.ts';
import { runningServer, type RunningServer } from './postmaster-lock.ts';
import { diagnosis, inPlainWords } from './postgres-trouble.ts';
import { POSTGRES_ENVIRONMENT, postgresUser, type PostgresUser } from './postgres-user.ts';
import type { Say } from './say.ts';

/** What we must remember of a cluster. Kept inside it, so that a copy of the folder is complete. */
interface Memory {
  readonly password: string;
  readonly port: number;
}

const MEMORY = 'truepart.json';
const HALF_MADE = 'postgres.new-';
const ABANDONED_AFTER_MS = 600_000;

/** The embedded PostgreSQL at rest: its programs, its user, its folder and the port and password to reach it by. */
export class ClusterFiles {
  private constructor(
    readonly dataDir: string,
    readonly folder: string,
    readonly user: PostgresUser,
    readonly binaries: PostgresBinaries,
    private memory: Memory,
  ) {}

  /**
   * Finds the cluster in `dataDir` or makes one.
   * @throws CannotStart in plain words when that is impossible; then nothing was touched.
   */
  static async open(dataDir: string, say: Say): Promise<ClusterFiles> {
    return inPlainWords('Preparing the database', dataDir, async () => {
      const user = postgresUser([join(dataDir, 'postgres'), dataDir, dirname(dataDir)]);
      const reached = await makeDataDir(dataDir, user, say);
      const folder = join(reached, 'postgres');
      await removeAbandoned(reached);
      const binaries = await findBinaries(user, reached);
      if (!(await isCluster(folder))) await makeCluster(reached, folder, user, binaries);
      await refuseOtherVersion(folder, binaries.major);
      return new ClusterFiles(reached, folder, user, binaries, await readMemory(folder));
    });
  }

  get port(): number {
    return this.memory.port;
  }

  url(user: 'truepart' | 'postgres', database: string): string {
    return `postgresql://${user}:${this.memory.password}@127.0.0.1:${this.port}/${database}?sslmode=disable`;
  }

  get password(): string {
    return this.memory.password;
  }

  /** Keeps the remembered port while it is free, so that connections of other tools keep working; else takes another. */
  async settlePort(): Promise<number> {
    const port = await freePort(this.memory.port).catch(() => freePort(0));
    if (port !== this.memory.port) {
      this.memory = { ...this.memory, port };
      await writeMemory(this.folder, this.memory, this.user);
    }
    return port;
  }

  runningServer(): Promise<RunningServer | undefined> {
    return runningServer(this.folder);
  }
}

async function isCluster(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (names === undefined) return false;
  if (names.includes('PG_VERSION')) return true;
  throw new CannotStart(
    `${folder} exists but holds no PostgreSQL database.`,
    'Move it away, or set DATA_DIR to another folder. Nothing was changed.',
    EXIT.cannotCreate,
  );
}

async function refuseOtherVersion(folder: string, ours: string): Promise<void> {
  const theirs = (await readFile(join(folder, 'PG_VERSION'), 'utf8')).trim();
  if (theirs === ours) return;
  throw new CannotStart(
    `The database in ${folder} was made by PostgreSQL ${theirs}, this Truepart brings PostgreSQL ${ours}. Nothing was changed.`,
    Number(theirs) < Number(ours)
      ? `Start it once more with the Truepart it came from and carry the data over, as docs/operations.md tells under "A new PostgreSQL". To begin with an empty database instead, set DATA_DIR to another folder.`
      : 'Use the newer Truepart that made it, or set DATA_DIR to another folder.',
    EXIT.cannotCreate,
  );
}

/** Made beside its place and moved there when it is complete: a start that is killed half-way leaves no half cluster. */
async function makeCluster(
  dataDir: string,
  folder: string,
  user: PostgresUser,
  binaries: PostgresBinaries,
): Promise<void> {
  const workshop = await mkdtemp(join(dataDir, HALF_MADE));
  try {
    const memory = { password: randomBytes(24).toString('base64url'), port: await freePort(0) };
    const passwordFile = join(workshop, 'password');
    await writeFile(passwordFile, memory.password, { mode: 0o600 });
    await give(workshop, user);
    await give(passwordFile, user);
    const cluster = join(workshop, 'cluster');
    await initdb(binaries, user, cluster, passwordFile, dataDir);
    await writeMemory(cluster, memory, user);
    await rename(cluster, folder);
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/** The built-in collation depends on no library of the machine, so an index stays right when the machine is updated. */
async function initdb(
  binaries: PostgresBinaries,
  user: PostgresUser,
  cluster: string,
  passwordFile: string,
  dataDir: string,
): Promise<void> {
  const child = spawn(
    binaries.initdb,
    [
      `--pgdata=${cluster}`,
      `--pwfile=${passwordFile}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
    ],
    {
      ...user.identity,
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe'],
      env: POSTGRES_ENVIRONMENT,
    },
  );
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw diagnosis('Making the database', dataDir, output || `initdb ended with code ${code}`);
}

async function removeAbandoned(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    if (!name.startsWith(HALF_MADE)) continue;
    const path = join(dataDir, name);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > ABANDONED_AFTER_MS) await rm(path, { recursive: true, force: true });
  }
}

async function readMemory(folder: string): Promise<Memory> {
  try {
    return JSON.parse(await readFile(join(folder, MEMORY), 'utf8')) as Memory;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' && !(error instanceof SyntaxError)) throw error;
    throw new CannotStart(
      `${join(folder, MEMORY)} is missing or damaged: it holds the password of the database.`,
      'Restore it from a backup of DATA_DIR; docs/operations.md, "Backups", tells what to do without one.',
      EXIT.cannotCreate,
    );
  }
}

async function writeMemory(folder: string, memory: Memory, user: PostgresUser): Promise<void> {
  const half = join(folder, `${MEMORY}.new`);
  // The folder is another user's when we are root: nothing that lies there by this name may be written through.
  await rm(half, { force: true });
  await writeFile(half, `${JSON.stringify(memory)}\n`, { mode: 0o600, flush: true, flag: 'wx' });
  await give(half, user);
  await rename(half, join(folder, MEMORY));
}

async function give(path: string, user: PostgresUser): Promise<void> {
  const { uid, gid } = user.identity;
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid);
}

function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
