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
      'core_return',
      'destroyed',
      'fitted',
      'in_stock',
      'in_transit',
      'issued',
      'missing',
      'received_old',
      'voided',
      'waived',
      'warranty_return',
      'with_owner',
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

/** What somebody of the demo world reads at an address. */
async function readBy(who: string, path: string): Promise<Record<string, unknown>> {
  const session = app.request
    .post('/api/session')
    .send({ email: `${who}@demo.truepart.test`, password: DEMO_PASSWORD });
  const cookie = String((await session.expect(201)).headers['set-cookie']).split(';')[0]!;
  return (await app.request.get(path).set('Cookie', cookie).expect(200)).body as Record<string, unknown>;
}

it('gives the analyst four things to look at, and no false alarm', async () => {
  const { items } = await readBy('analyst', '/api/flags?status=open');
  const rules = (items as { rule: string }[]).map(({ rule }) => rule);
  expect(rules.sort()).toEqual(['C02', 'K05', 'R02', 'U01']);
});

it('has outcomes to count: flags that were right and wrong, answers that were accepted, owners who said how content they are', async () => {
  const scorecard = await readBy('analyst', '/api/scorecard');
  expect(scorecard).toMatchObject({
    satisfactionPercent: 95,
    disputes: { raised: 4, answered: 3, answeredInTime: 3, accepted: 2, declined: 0, escalated: 0 },
  });
  const rules = scorecard.rules as { rule: string; open: number; confirmed: number; dismissed: number }[];
  expect(rules.map(({ rule, open, confirmed, dismissed }) => [rule, open, confirmed, dismissed])).toEqual([
    ['U01', 1, 1, 1],
    ['C02', 1, 1, 0],
    ['R21', 0, 2, 0],
    ['K05', 1, 0, 0],
    ['R02', 1, 0, 0],
  ]);
  expect((await app.request.get('/api/public/scorecard').expect(200)).body).toMatchObject({ satisfactionPercent: 95 });
  expect((await readBy('supervisor', '/api/cases')).items).toMatchObject([{ status: 'open' }, { status: 'closed' }]);
});

it('has the prices of next year, announced', async () => {
  const { items } = await readBy('maker', '/api/parts/CH-90915-YZZD4/prices');
  expect(items).toMatchObject([
    { validFrom: '2027-01-01', listPrice: '46.00', state: 'announced' },
    { validFrom: '2026-11-23', listPrice: '42.00', state: 'in_force' },
  ]);
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
