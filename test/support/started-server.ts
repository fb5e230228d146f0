import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { projectRoot } from '../../src/config/project-root.ts';

/** What `npm start` does before it serves. */
export async function buildServer(): Promise<void> {
  const prepare = pathToFileURL(join(projectRoot, 'src/cli/prepare.mjs')).href;
  const script = `import { prepare } from '${prepare}'; prepare();`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
}

/** For a server that keeps its address through several lives, because labels carry it. */
export function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.listen(0, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** `npm start` as its own process, as a person runs it. */
export class StartedServer {
  output = '';
  private readonly child: ChildProcess;
  private readonly exited: Promise<unknown>;

  /** @param identity another user to run as; only root can. */
  constructor(settings: Record<string, string>, identity: { uid?: number; gid?: number } = {}) {
    // Only what a shell would have: jest's own NODE_ENV and the test server's address stay out.
    const env = { PATH: process.env['PATH'], HOME: '/nonexistent', PORT: '0', ...settings };
    this.child = spawn(process.execPath, [join(projectRoot, 'src/cli/start.mjs')], { ...identity, cwd: '/', env });
    this.exited = once(this.child, 'exit');
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    }
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** The address it printed. */
  async serves(): Promise<string> {
    return (await this.says(/Truepart is at (http:\S+)/))[1] ?? '';
  }

  async says(words: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = words.exec(this.output);
      if (found) return found;
      if (this.child.exitCode !== null || this.child.signalCode !== null) {
        throw new Error(`It ended without saying ${words.source}:\n${this.output}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Waits until it has ended by itself. */
  async ends(): Promise<{ exitCode: number | null; output: string }> {
    await this.exited;
    return { exitCode: this.child.exitCode, output: this.output };
  }

  async kill(signal: 'SIGTERM' | 'SIGKILL' | 'SIGINT'): Promise<number | null> {
    this.child.kill(signal);
    await this.exited;
    return this.child.exitCode;
  }
}
