import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runningServer } from './postmaster-lock.ts';

let cluster: string;
let processes: ChildProcess[];

beforeEach(() => {
  cluster = mkdtempSync(join(tmpdir(), 'truepart-lock-'));
  processes = [];
});
afterEach(() => {
  for (const each of processes) each.kill();
  rmSync(cluster, { recursive: true });
});

async function runs(name: string): Promise<number> {
  const child = spawn('sleep', ['60'], { argv0: name, stdio: 'ignore' });
  processes.push(child);
  await once(child, 'spawn');
  return child.pid ?? 0;
}

function lock(pid: number): string {
  const text = `${pid}\n${cluster}\n1795412345\n5433\n\n127.0.0.1\n  5242881         0\nready   \n`;
  writeFileSync(join(cluster, 'postmaster.pid'), text);
  return text;
}

const lockNow = () => readFileSync(join(cluster, 'postmaster.pid'), 'utf8');

test('no lock file, no server', async () => expect(await runningServer(cluster)).toBeUndefined());

test('a PostgreSQL that runs is found with its port', async () => {
  const pid = await runs('postgres');
  const before = lock(pid);
  expect(await runningServer(cluster)).toEqual({ pid, port: 5433 });
  expect(lockNow()).toBe(before);
});

test('one that is gone is not', async () => {
  const pid = await runs('postgres');
  processes[0]?.kill();
  await once(processes[0] as ChildProcess, 'exit');
  const before = lock(pid);
  expect(await runningServer(cluster)).toBeUndefined();
  expect(lockNow()).toBe(before);
});

test('a number that another program has by now is replaced by ours, which PostgreSQL takes as stale; the rest stays', async () => {
  const pid = await runs('something-else');
  const before = lock(pid);
  expect(await runningServer(cluster)).toBeUndefined();
  expect(lockNow()).toBe(before.replace(/^\d+/, String(process.pid)));
});

test.each(['', '\n', 'nonsense\nmore', '0\n/\n0\n5433\n'])('a damaged lock file %j is nobody', async (text) => {
  writeFileSync(join(cluster, 'postmaster.pid'), text);
  expect(await runningServer(cluster)).toBeUndefined();
});
