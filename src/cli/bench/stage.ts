import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { EmbeddedPostgres } from '../../database/embedded-postgres.ts';
import { migrate } from '../../database/migrate.ts';
import { BenchedServer } from './benched-server.ts';

/** The server's pool of 20 twice, a pool for the statements alone, and some to look with. */
const CONNECTIONS = 80;

/** Databases of equal content: `world` is what the others are copies of. */
export type Copy = 'recorded' | 'live' | 'alone';

/** A PostgreSQL of its own in a temporary folder, as durable as in production, and the servers that run on it. */
export class Stage {
  private readonly servers: BenchedServer[] = [];

  private constructor(
    private readonly folder: string,
    private readonly postgres: EmbeddedPostgres,
  ) {}

  static async open(): Promise<Stage> {
    const folder = join(tmpdir(), `truepart-bench-${randomBytes(4).toString('hex')}`);
    const say = (level: string, line: string) => (level === 'info' ? undefined : console.error(line));
    const postgres = await EmbeddedPostgres.start({ dataDir: folder, connections: CONNECTIONS, say });
    await migrate(postgres.url);
    return new Stage(folder, postgres);
  }

  /** Of the world, or of one of its copies. */
  urlOf(database: 'world' | Copy): string {
    const url = new URL(this.postgres.url);
    if (database !== 'world') url.pathname = `/${database}`;
    return url.href;
  }

  /** @param databaseUrl where it is reached: straight, or by way of a recorder. */
  async serve(databaseUrl: string, nodeOptions: readonly string[] = []): Promise<BenchedServer> {
    const logFile = join(this.folder, `server-${this.servers.length}.log`);
    const server = await BenchedServer.start({ databaseUrl, dataDir: this.folder, logFile, nodeOptions });
    this.servers.push(server);
    return server;
  }

  /** Copies the world. Nobody may be using it. */
  async copyWorld(...copies: readonly Copy[]): Promise<void> {
    await this.asSuperuser(async (client) => {
      await client.query('VACUUM ANALYZE');
    });
    const world = new URL(this.postgres.url).pathname.slice(1);
    await this.asSuperuser(async (client) => {
      for (const copy of copies) await client.query(`CREATE DATABASE ${copy} TEMPLATE ${world} OWNER truepart`);
      await client.query('CHECKPOINT');
    }, 'postgres');
  }

  /** Stops everything and leaves nothing behind. */
  async close(): Promise<void> {
    for (const server of this.servers) await server.stop();
    await this.postgres.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async asSuperuser(work: (client: Client) => Promise<void>, database?: string): Promise<void> {
    const name = database ?? new URL(this.postgres.url).pathname.slice(1);
    const client = new Client({ connectionString: this.postgres.superuserUrl(name) });
    await client.connect();
    try {
      await work(client);
    } finally {
      await client.end();
    }
  }
}
