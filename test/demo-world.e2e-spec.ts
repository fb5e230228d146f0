import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Database } from '../src/database/database.ts';
import { DEMO_PASSWORD } from '../src/demo/demo-people.ts';
import type { DemoLinks } from '../src/demo/demo-story.ts';
import { loadDemoWorld } from '../src/demo/demo-world.ts';
import { type RunningApp, startApp } from './support/app.ts';
import { expectSoundLedgers } from './support/ledger.ts';

let app: RunningApp;
let links: DemoLinks;
beforeAll(async () => {
  app = await startApp();
  links = await loadDemoWorld(app.app);
}, 120_000);
afterAll(() => app.close());

const invoiceBehind = async (link: string) =>
  (await app.request.get(`/api/public/invoices/${link.split('/').at(-1)}`).expect(200)).body as Record<string, unknown>;

it('has stock in every state that a page may show, and every ledger is sound', async () => {
  const rows = await app.app.get(Database).rows<{ state: string }>('SELECT DISTINCT state FROM unit ORDER BY state');
  expect(rows.map(({ state }) => state)).toEqual(
    [
      'allocated',
      'destroyed',
      'fitted',
      'in_stock',
      'in_transit',
      'issued',
      'missing',
      'voided',
      'warranty_return',
    ].sort(),
  );
  await expectSoundLedgers(app.app);
});

it('has an honest invoice, and one whose swapped part the owner sees', async () => {
  expect(await invoiceBehind(links.honest)).toMatchObject({ outcome: 'consistent', lines: [{ findings: [] }] });
  expect(await invoiceBehind(links.swapped)).toMatchObject({
    outcome: 'caution',
    lines: [{ findings: [{ rule: 'R02', workshopSays: expect.any(String) }] }],
    cases: [{ status: 'open' }],
  });
});

it('gives the analyst four things to look at, and no false alarm', async () => {
  const agent = await app.request
    .post('/api/session')
    .send({ email: 'analyst@demo.truepart.test', password: DEMO_PASSWORD })
    .expect(201);
  const cookie = String(agent.headers['set-cookie']).split(';')[0]!;
  const flags = await app.request.get('/api/flags').set('Cookie', cookie).expect(200);
  const rules = (flags.body as { items: { rule: string }[] }).items.map(({ rule }) => rule);
  expect(rules.sort()).toEqual(['C02', 'K05', 'R02', 'U01']);
});

it('is not loaded twice', async () => {
  const count = async () =>
    (await app.app.get(Database).first<{ n: string }>('SELECT count(*) AS n FROM unit_event'))!.n;
  const before = await count();
  expect(await loadDemoWorld(app.app)).toEqual(links);
  expect(await count()).toBe(before);
});

it('walks the README’s first ten minutes as they are written', async () => {
  const readme = readFileSync('README.md', 'utf8');
  const [, walk] = /<!-- first-ten-minutes -->\s*```sh\n([\s\S]*?)```/.exec(readme)!;
  const folder = mkdtempSync(join(tmpdir(), 'truepart-readme-'));
  try {
    const script = walk!.replace('http://localhost:3000', app.url).replaceAll('/tmp/truepart-', `${folder}/jar-`);
    const { stdout } = await promisify(execFile)('bash', ['-euc', script], { cwd: folder });
    expect(stdout).toContain('"outcome":"consistent"');
    expect(stdout).toContain('"INVOICE_BLOCKED"');
    expect(readFileSync(join(folder, 'labels.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await invoiceBehind(stdout.trim().split('\n').at(-1)!)).toMatchObject({ outcome: 'consistent' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);

it('leads whoever types only the address to the page that checks a part', async () => {
  const home = await app.request.get('/').set('Accept', 'text/html').expect(302);
  await app.request.get(String(home.headers.location)).set('Accept', 'text/html').expect(200, /<form/);
});
