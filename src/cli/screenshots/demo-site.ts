import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot } from '../../config/project-root.ts';
import { type Site, toldIn } from './page-to-see.ts';

/** The last line of the greeting’s list of accounts: from here on the demo world is there. */
const READY = 'admin@demo.truepart.test';
const READY_WITHIN_MS = 300_000;

/** The built server with the demo world, on a free port and with data of its own that are gone afterwards. */
export class DemoSite implements Site {
  private said = '';

  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
    readonly url: string,
  ) {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
  }

  static async start(): Promise<DemoSite> {
    // Not made here: who starts as root has PostgreSQL run as somebody else, who must be let in.
    const folder = join(tmpdir(), `truepart-pages-${randomBytes(4).toString('hex')}`);
    const port = await freePort();
    const child = spawn(process.execPath, [join(projectRoot, 'dist/src/main.js')], {
      env: {
        NODE_ENV: 'production',
        DEMO: 'true',
        LOG_LEVEL: 'warn',
        PORT: String(port),
        DATA_DIR: folder,
        THROTTLE_REQUESTS: '10000000',
        THROTTLE_PUBLIC_CHECKS: '1000000',
        THROTTLE_SIGN_INS: '1000000',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const site = new DemoSite(child, folder, `http://localhost:${port}`);
    try {
      await site.ready();
      return site;
    } catch (error) {
      await site.stop();
      throw error;
    }
  }

  told(name: string): string {
    return toldIn(this.said, name);
  }

  async stop(): Promise<void> {
    if (!this.hasEnded) {
      const ended = once(this.child, 'exit');
      this.child.kill('SIGTERM');
      await ended;
    }
    await rm(this.folder, { recursive: true, force: true });
  }

  private get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  private async ready(): Promise<void> {
    for (let waited = 0; waited < READY_WITHIN_MS; waited += 50) {
      if (this.said.includes(READY)) return;
      if (this.hasEnded) throw new Error(`The server ended while it started:\n${this.said}`);
      await sleep(50);
    }
    throw new Error(`The server was not ready within ${READY_WITHIN_MS / 1000} s:\n${this.said}`);
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
