import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { inTurn, manyLabels } from '../../../test/support/labels-to-print.ts';
import { paint, type PaintJob } from './paint-job.ts';
import { inOrder, PaintPool } from './paint-pool.ts';

const run = promisify(execFile);
const jobs: PaintJob[] = Array.from({ length: 6 }, (_, i) => ({
  kind: i % 2 === 0 ? 'pdf' : 'zpl',
  ecc: 'M',
  pages: [manyLabels(2), manyLabels(3)].map((labels) =>
    labels.map(({ text }) => ({ text, size: 45, dots: 3, before: '^XA^FO1,1', after: '^FS^XZ' })),
  ),
}));
const base64 = (pages: readonly Uint8Array[]): string[] => pages.map((page) => Buffer.from(page).toString('base64'));

describe('workers, compiled as they are shipped', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'paint-pool-'));
    await symlink(resolve('node_modules'), join(folder, 'node_modules'));
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    const options = ['--ignoreConfig', '--noCheck', '--rewriteRelativeImportExtensions', '--skipLibCheck'];
    const target = ['--module', 'nodenext', '--target', 'es2023', '--rootDir', 'src', '--outDir', folder];
    const files = ['paint-pool', 'paint-worker'].map((name) => `src/labels/sheets/${name}.ts`);
    await run(process.execPath, ['node_modules/typescript/bin/tsc', ...options, ...target, ...files]);
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** Runs `script` in a process of its own, which has to end by itself; gives what it prints. */
  async function inProcess(script: string): Promise<unknown> {
    const program = `import { PaintPool } from '${join(folder, 'labels/sheets/paint-pool.js')}';
      const jobs = JSON.parse(process.env.JOBS);
      const base64 = (pages) => pages.map((page) => Buffer.from(page).toString('base64'));
      const print = (value) => console.log(JSON.stringify(value));
      ${script}`;
    const env = { ...process.env, JOBS: JSON.stringify(jobs) };
    const file = join(folder, `${randomUUID()}.js`);
    await writeFile(file, program);
    const { stdout } = await run(process.execPath, [file], { env, timeout: 20_000 });
    return JSON.parse(stdout);
  }

  test('paint what this thread paints, and let the process end', async () => {
    const painted = await inProcess(`
      const pool = new PaintPool(2);
      const pages = await Promise.all(jobs.map((job) => pool.run(job)));
      print({ appetite: pool.appetite, pages: pages.map(base64) });`);
    expect(painted).toEqual({ appetite: 5, pages: jobs.map((job) => base64(paint(job))) });
  });

  test('one job that cannot be painted fails alone', async () => {
    const outcome = await inProcess(`
      const bad = { ...jobs[0], pages: [[{ ...jobs[0].pages[0][0], size: 49 }]] };
      const results = await Promise.allSettled([jobs[0], bad, jobs[2]].map((job) => new PaintPool(1).run(job)));
      print(results.map(({ status, reason }) => [status, reason?.message ?? null]));`);
    expect(outcome).toEqual([
      ['fulfilled', null],
      ['rejected', 'laid out for 49 modules, drawn with 45'],
      ['fulfilled', null],
    ]);
  });

  test('a worker that dies fails its jobs, and the next job gets a new one', async () => {
    await writeFile(
      join(folder, 'dying.js'),
      `import { threadId, parentPort } from 'node:worker_threads';
       parentPort.on('message', () => (threadId === 1 ? process.exit(3) : parentPort.postMessage({ pages: [] })));`,
    );
    const outcome = await inProcess(`
      const pool = new PaintPool(1, new URL('./dying.js', import.meta.url));
      const first = await Promise.allSettled([pool.run(jobs[0]), pool.run(jobs[1])]);
      print([first.map(({ reason }) => reason.message), await pool.run(jobs[2])]);`);
    expect(outcome).toEqual([['a paint worker ended', 'a paint worker ended'], []]);
  });

  test('closing fails what waits', async () => {
    const outcome = await inProcess(`
      const pool = new PaintPool(1);
      const results = Promise.allSettled(jobs.map((job) => pool.run(job)));
      await pool.close();
      const late = await pool.run(jobs[0]).catch(({ message }) => message);
      print([(await results).every(({ status }) => status === 'rejected'), late]);`);
    expect(outcome).toEqual([true, 'the paint pool is closed']);
  });
});

test('paints in this thread where there is no compiled worker', async () => {
  const pool = new PaintPool();
  expect(pool.appetite).toBe(1);
  expect(base64(await pool.run(jobs[0]!))).toEqual(base64(paint(jobs[0]!)));
  await pool.close();
});

test('results keep the order of their jobs, and no more than so many are under way', async () => {
  let underWay = 0;
  let most = 0;
  const delays = [30, 1, 20, 2, 10];
  const results: number[] = [];
  const work = async (delay: number): Promise<number> => {
    most = Math.max(most, ++underWay);
    await new Promise((done) => setTimeout(done, delay));
    underWay--;
    return delay;
  };
  for await (const result of inOrder(inTurn(delays), work, 3)) results.push(result);
  expect(results).toEqual(delays);
  expect(most).toBe(3);
});
