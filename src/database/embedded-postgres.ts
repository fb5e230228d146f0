import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { CannotStart } from '../config/cannot-start.ts';
import { ClusterFiles } from './cluster-files.ts';
import { isAlive } from './postmaster-lock.ts';
import { POSTGRES_ENVIRONMENT } from './postgres-user.ts';
import { diagnosis } from './postgres-trouble.ts';
import type { Say } from './say.ts';

export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  readonly say: Say;
  /** How many connections the server's pool may open. */
  readonly connections: number;
  /** false only in tests: faster, but a power cut loses everything. */
  readonly isDurable?: boolean;
}

/** Held by the one server that uses the cluster. It is let go of when that server dies, however it dies. */
const USED_BY_A_SERVER = 7_387_825;
const READY_WITHIN_MS = 120_000;
const STOP_WITHIN_MS = 60_000;
const LONGEST_PAUSE_MS = 30_000;
const OUTPUT_KEPT = 8_000;
const WRONG_PASSWORD = '28P01';

/**
 * A private PostgreSQL in `dataDir`: made on first use, taken over when an earlier server was killed, restarted when it
 * dies. It listens on the loopback address only, with a random password.
 */
export class EmbeddedPostgres {
  private child: ChildProcess | undefined;
  private claim: Client | undefined;
  private output = '';
  private isStopping = false;

  private constructor(
    private readonly files: ClusterFiles,
    private readonly options: EmbeddedPostgresOptions,
  ) {}

  /** @throws CannotStart in plain words. */
  static async start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
    const server = new EmbeddedPostgres(await ClusterFiles.open(options.dataDir, options.say), options);
    await server.endOrphan();
    await server.bringUp(await server.files.settlePort());
    await server.makeDatabase();
    return server;
  }

  /** The address of the database that a server uses right now; undefined where none does. */
  static async urlInUse(options: EmbeddedPostgresOptions): Promise<string | undefined> {
    const server = new EmbeddedPostgres(await ClusterFiles.open(options.dataDir, options.say), options);
    const running = await server.files.runningServer();
    const client = running && (await server.connectWhile(() => isAlive(running.pid), running.port));
    if (!client) return undefined;
    try {
      return (await isClaimed(client)) ? undefined : server.url;
    } finally {
      await client.end();
    }
  }

  /** The database `truepart`, as its owner, who is no superuser. */
  get url(): string {
    return this.files.url('truepart', 'truepart');
  }

  /** Any database, as superuser. */
  superuserUrl(database: string): string {
    return this.files.url('postgres', database);
  }

  /** Ends open transactions, writes everything down and returns when PostgreSQL is gone. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await this.claim?.end().catch(() => undefined);
    if (!this.child || hasEnded(this.child)) return;
    const gone = ended(this.child);
    this.child.kill('SIGINT');
    const late = setTimeout(() => {
      this.options.say('warn', 'PostgreSQL did not stop in time and is ended; it recovers at the next start.');
      this.child?.kill('SIGQUIT');
    }, STOP_WITHIN_MS);
    await gone;
    clearTimeout(late);
  }

  private async bringUp(port: number): Promise<void> {
    const child = this.spawn(port);
    try {
      this.claim = await this.connectWhenReady(child);
      if (!(await isClaimed(this.claim))) throw await this.inUse(this.claim);
    } catch (error) {
      child.kill('SIGINT');
      throw error;
    }
    this.child = child;
    child.once('exit', () => void this.comeBack(port));
  }

  /** A server that was killed leaves its PostgreSQL running: nobody claims it, so it is stopped and started as ours. */
  private async endOrphan(): Promise<void> {
    const running = await this.files.runningServer();
    if (!running) return;
    const client = await this.connectWhile(() => isAlive(running.pid), running.port);
    if (!client) return;
    try {
      if (!(await isClaimed(client))) throw await this.inUse(client);
    } finally {
      await client.end();
    }
    this.options.say('info', 'A PostgreSQL left behind by a server that was killed is stopped and started anew.');
    process.kill(running.pid, 'SIGINT');
    for (let waited = 0; isAlive(running.pid) && waited < STOP_WITHIN_MS; waited += 50) await wait(50);
  }

  private spawn(port: number): ChildProcess {
    this.output = '';
    const settings = Object.entries(this.settings(port)).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    // Its own session: Ctrl-C at the terminal must reach PostgreSQL through us, after the last request was answered.
    const child = spawn(this.files.binaries.postgres, ['-D', this.files.folder, ...settings], {
      ...this.files.user.identity,
      cwd: '/',
      detached: true,
      env: POSTGRES_ENVIRONMENT,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const keep = (text: string) => (this.output = (this.output + text).slice(-OUTPUT_KEPT));
    child.stderr.on('data', (chunk: Buffer) => keep(chunk.toString()));
    child.on('error', (error) => keep(error.message));
    // Also when we end by a fault of ours: what is left running would be a surprise.
    const endTogether = () => child.kill('SIGINT');
    process.once('exit', endTogether);
    child.once('exit', () => process.removeListener('exit', endTogether));
    return child;
  }

  private settings(port: number): Record<string, string | number> {
    const speed: Record<string, string> =
      this.options.isDurable === false ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {};
    return {
      listen_addresses: '127.0.0.1',
      port,
      unix_socket_directories: '',
      max_connections: Math.max(60, this.options.connections + 20),
      shared_buffers: '128MB',
      max_wal_size: '1GB',
      checkpoint_completion_target: 0.9,
      // Parallel queries need more /dev/shm than containers have, and this machine serves people, not reports.
      max_parallel_workers_per_gather: 0,
      jit: 'off',
      timezone: 'UTC',
      log_timezone: 'UTC',
      log_checkpoints: 'off',
      // The server logs what it was refused; DETAIL and the statement would carry a customer's data.
      log_min_messages: 'log',
      log_error_verbosity: 'terse',
      ...speed,
    };
  }

  private async connectWhenReady(child: ChildProcess): Promise<Client> {
    const client = await this.connectWhile(() => !hasEnded(child), this.files.port);
    if (client) return client;
    throw diagnosis('Starting the database', this.files.dataDir, this.output || 'It did not answer in time.');
  }

  /** A server that recovers from a kill answers only after a while; one that refuses our password is not ours. */
  private async connectWhile(mayAnswer: () => boolean, port: number): Promise<Client | undefined> {
    for (const until = Date.now() + READY_WITHIN_MS; mayAnswer() && Date.now() < until; await wait(30)) {
      try {
        return await this.connect(port);
      } catch (error) {
        if ((error as { code?: string }).code === WRONG_PASSWORD) return undefined;
      }
    }
    return undefined;
  }

  private async connect(port: number): Promise<Client> {
    const url = new URL(this.superuserUrl('postgres'));
    url.port = String(port);
    const client = new Client({
      connectionString: url.href,
      application_name: `truepart server ${process.pid}`,
      connectionTimeoutMillis: 5_000,
    });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  private async makeDatabase(): Promise<void> {
    const client = await this.connect(this.files.port);
    try {
      const { rows } = await client.query(`SELECT 1 FROM pg_database WHERE datname = 'truepart'`);
      if (rows.length > 0) return;
      await client.query(`DROP ROLE IF EXISTS truepart`);
      await client.query(`CREATE ROLE truepart LOGIN PASSWORD ${client.escapeLiteral(this.files.password)}`);
      await client.query('CREATE DATABASE truepart OWNER truepart');
    } finally {
      await client.end();
    }
  }

  private async inUse(client: Client): Promise<CannotStart> {
    const { rows } = await client.query<{ name: string }>(
      `SELECT application_name AS name FROM pg_locks JOIN pg_stat_activity USING (pid)
        WHERE locktype = 'advisory' AND objid = $1 AND granted`,
      [USED_BY_A_SERVER],
    );
    await client.end();
    const who = /\d+$/.exec(rows[0]?.name ?? '');
    return new CannotStart(
      `Another Truepart server${who ? ` (process ${who[0]})` : ''} is using DATA_DIR ${this.files.dataDir}.`,
      'Stop that one first, or give this one its own DATA_DIR and PORT.',
    );
  }

  /** PostgreSQL died and it was not us: a full disk, a lack of memory, somebody's kill. It comes back by itself. */
  private async comeBack(port: number): Promise<void> {
    if (this.isStopping) return;
    this.options.say('error', `PostgreSQL ended unexpectedly and is started again. ${lastLine(this.output)}`);
    for (let pause = 500; !this.isStopping; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        await this.bringUp(port);
        this.options.say('info', 'PostgreSQL runs again.');
        return;
      } catch (error) {
        this.options.say('error', `${(error as Error).message}\nThe next try is in ${pause / 1000} s.`);
        await wait(pause);
      }
    }
  }
}

async function isClaimed(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ claimed: boolean }>('SELECT pg_try_advisory_lock($1) AS claimed', [
    USED_BY_A_SERVER,
  ]);
  return rows[0]?.claimed === true;
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? '';
}
