import { execFile } from 'node:child_process';
import { generateKeyPairSync, verify } from 'node:crypto';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { isLowS } from './label-signature.ts';
import { signingInput, type SigningJob } from './signing-job.ts';
import { SigningPool } from './signing-pool.ts';

const run = promisify(execFile);
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ed25519 = generateKeyPairSync('ed25519');
const serials = Array.from({ length: 150 }, (_, i) => `7Q3K9D0A${String(i).padStart(4, '0')}`);
const job: SigningJob = {
  header: 'eyJhbGciOiJFUzI1NiJ9',
  alg: 'ES256',
  privateKey,
  origin: 'https://parts.example.com',
  gtin: '09521234100003',
  serials,
};

const signatureOf = (signatures: Buffer, place: number): Buffer => signatures.subarray(place * 64, place * 64 + 64);
const inputOf = (serial: string): Buffer =>
  signingInput(job.header, `https://parts.example.com/01/09521234100003/21/${serial}`);

describe('on this thread', () => {
  it('signs each unit, in order, with the smaller s', async () => {
    const signatures = await new SigningPool().run(job);
    expect(signatures).toHaveLength(150 * 64);
    const key = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const;
    for (const [place, serial] of serials.entries()) {
      const signature = signatureOf(signatures, place);
      expect(verify('sha256', inputOf(serial), key, signature) && isLowS(signature)).toBe(true);
    }
  });

  it('signs with Ed25519 too', async () => {
    const signatures = await new SigningPool().run({ ...job, alg: 'Ed25519', privateKey: ed25519.privateKey });
    for (const [place, serial] of serials.entries()) {
      expect(verify(undefined, inputOf(serial), ed25519.publicKey, signatureOf(signatures, place))).toBe(true);
    }
  });

  it('has nothing to do for no units', async () => {
    expect(await new SigningPool().run({ ...job, serials: [] })).toHaveLength(0);
  });

  it.each([
    { name: 'a serial', bad: { serials: ['7Q3K9D0AOOOO'] } },
    { name: 'a GTIN', bad: { gtin: '09521234100004' } },
  ])('refuses $name that is none', async ({ bad }) => {
    await expect(new SigningPool().run({ ...job, ...bad })).rejects.toThrow(RangeError);
  });
});

describe('in workers, compiled as they are shipped', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'signing-pool-'));
    await symlink(resolve('node_modules'), join(folder, 'node_modules'));
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    const options = ['--ignoreConfig', '--noCheck', '--rewriteRelativeImportExtensions', '--skipLibCheck'];
    const target = ['--module', 'nodenext', '--target', 'es2023', '--rootDir', 'src', '--outDir', folder];
    const files = ['signing-pool', 'signing-worker'].map((name) => `src/labels/${name}.ts`);
    await run(process.execPath, ['node_modules/typescript/bin/tsc', ...options, ...target, ...files]);
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true }));

  /** Runs `script` in a process of its own, which has to end by itself; gives what it prints. */
  async function inProcess(script: string): Promise<unknown> {
    const program = `import { createPrivateKey, createPublicKey, verify } from 'node:crypto';
      import { SigningPool } from '${join(folder, 'labels/signing-pool.js')}';
      import { signingInput } from '${join(folder, 'labels/signing-job.js')}';
      const job = JSON.parse(process.env.JOB);
      job.privateKey = createPrivateKey(process.env.KEY);
      const key = { key: createPublicKey(job.privateKey), dsaEncoding: 'ieee-p1363' };
      const isTrue = (signatures, serial, place) => verify('sha256',
        signingInput(job.header, 'https://parts.example.com/01/09521234100003/21/' + serial), key,
        signatures.subarray(place * 64, place * 64 + 64));
      const print = (value) => console.log(JSON.stringify(value));
      ${script}`;
    const file = join(folder, 'program.js');
    await writeFile(file, program);
    const env = {
      ...process.env,
      JOB: JSON.stringify({ ...job, privateKey: undefined }),
      KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    };
    const { stdout } = await run(process.execPath, [file], { env, timeout: 20_000 });
    return JSON.parse(stdout);
  }

  it('signs each unit, in order, and lets the process end', async () => {
    const outcome = await inProcess(`
      const pool = new SigningPool(3);
      const both = await Promise.all([pool.run(job), pool.run({ ...job, serials: job.serials.toReversed() })]);
      print([job.serials.every((serial, i) => isTrue(both[0], serial, i)),
             job.serials.toReversed().every((serial, i) => isTrue(both[1], serial, i)), both[0].length]);`);
    expect(outcome).toEqual([true, true, 150 * 64]);
  });

  it('a job that cannot be signed fails alone, and a pool that was closed begins anew', async () => {
    const outcome = await inProcess(`
      const pool = new SigningPool(2);
      const bad = { ...job, serials: [...job.serials, 'no serial'] };
      const results = await Promise.allSettled([pool.run(job), pool.run(bad), pool.run(job)]);
      const interrupted = pool.run(job).then(() => 'signed', () => 'failed');
      await pool.close();
      print([...results.map(({ status }) => status), await interrupted, (await pool.run(job)).length]);`);
    expect(outcome).toEqual(['fulfilled', 'rejected', 'fulfilled', 'failed', 150 * 64]);
  });
});
