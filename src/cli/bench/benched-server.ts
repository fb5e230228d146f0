import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot } from '../../config/project-root.ts';

/** What labels and links carry; the port is another one each time. */
export const PUBLIC_URL = 'http://localhost';

export interface ServerWishes {
  readonly databaseUrl: string;
  readonly dataDir: string;
  /** Where its log goes. */
  readonly logFile: string;
  /** For the Node.js that runs it, such as `--cpu-prof`. */
  readonly nodeOptions?: readonly string[];
}

/** The last line of the greeting's list of accounts: from here on the demo world is there. */
const READY = 'admin@demo.truepart.test';
const READY_WITHIN_MS = 180_000;

/** The server as it is in production, a process of its own, but with the demo world and with nobody's rate limited. */
export class BenchedServer {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start({ databaseUrl, dataDir, logFile, nodeOptions = [] }: ServerWishes): Promise<BenchedServer> {
    const port = await freePort();
    const log = openSync(logFile, 'w');
    const child = spawn(process.execPath, [...nodeOptions, join(projectRoot, 'dist/src/main.js')], {
      env: {
        NODE_ENV: 'production',
        DEMO: 'true',
        PORT: String(port),
        PUBLIC_URL,
        DATABASE_URL: databaseUrl,
        DATA_DIR: dataDir,
        THROTTLE_REQUESTS: '10000000',
        THROTTLE_PUBLIC_CHECKS: '1000000',
      },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    const server = new BenchedServer(child, `http://127.0.0.1:${port}`);
    await server.ready(logFile);
    return server;
  }

  async stop(): Promise<void> {
    if (this.hasEnded) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }

  private get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  private async ready(logFile: string): Promise<void> {
    for (let waited = 0; waited < READY_WITHIN_MS; waited += 50) {
      const said = await readFile(logFile, 'utf8');
      if (said.includes(READY)) return;
      if (this.hasEnded) throw new Error(`The server ended while it started:\n${said}`);
      await sleep(50);
    }
    await this.stop();
    throw new Error(`The server was not ready within ${READY_WITHIN_MS / 1000} s; its log is ${logFile}`);
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
