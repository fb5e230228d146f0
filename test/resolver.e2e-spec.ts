import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { projectRoot } from '../src/config/project-root.ts';
import { answered, PART, World } from './support/actors.ts';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8';
const LINKSET = 'application/linkset+json';

let world: World;
let code: string;
/** Path and query of the label, as a phone asks for it. */
let label: string;
let path: string;

beforeAll(async () => {
  world = await World.start();
  [code] = (await world.stock(world.hz1, PART.brakePads, 1)) as [string];
  const { pathname, search } = new URL(code);
  path = pathname;
  label = pathname + search;
});
afterAll(() => world.close());

const open = (address: string, accept?: string) => {
  const asked = world.app.request.get(address);
  return accept === undefined ? asked : asked.set('Accept', accept);
};
const publicScans = async (): Promise<number> => {
  const row = await world.database.first<{ count: number }>(
    "SELECT count(*)::int AS count FROM scan WHERE purpose = 'public'",
  );
  return row!.count;
};

test.each([
  { name: 'a browser', accept: BROWSER, type: 'text/html; charset=utf-8' },
  { name: 'a program', accept: 'application/json', type: 'application/json; charset=utf-8' },
  { name: 'a program without wishes', accept: '*/*', type: 'application/json; charset=utf-8' },
  { name: 'a program that says nothing', accept: undefined, type: 'application/json; charset=utf-8' },
  { name: 'a program with odd wishes', accept: 'image/png', type: 'application/json; charset=utf-8' },
  { name: 'a GS1 client', accept: LINKSET, type: `${LINKSET}; charset=utf-8` },
])('$name gets $type', async ({ accept, type }) => {
  const answer = await open(label, accept);
  expect(answer.status).toBe(200);
  expect(answer.headers).toMatchObject({
    'content-type': type,
    vary: 'Accept, Accept-Language',
    'access-control-allow-origin': '*',
    'cache-control': 'no-store',
  });
  expect(answer.headers['link']).toContain('?linkType=linkset>; rel="linkset"; type="application/linkset+json"');
});

test('the verdict says what the three claims say, and nothing of anybody else', async () => {
  const verdict = answered(await open(label));
  expect(verdict).toMatchObject({
    outcome: 'consistent',
    claims: { issuedByMaker: true, recordsAgree: true, physicallyChecked: null },
    unit: { partNumber: PART.brakePads },
  });
  expect(JSON.stringify(verdict)).not.toMatch(/WS-HZ|WH-HZ|杭州/);
  expect(answered(await open(path))).toMatchObject({ outcome: 'consistent', claims: { issuedByMaker: null } });
});

test('serial and signature are read in any letter case, with and without the lot, whatever speaks to the resolver', async () => {
  const addresses = [
    label.toLowerCase(),
    label.replace('/21/', '/10/L26K01/21/').replace(/\?.*/, ''),
    `${label}&lang=en`,
    `${path}?lang=en&${label.split('?')[1]}&context=x&91=1&92=2`,
    `${label}&from=singlemessage&isappinstalled=0`,
    `${path}/`,
  ];
  for (const address of addresses)
    expect([address, answered(await open(address)).outcome]).toEqual([address, 'consistent']);
});

test('a label has one spelling: what is not on it is not taken out of it', async () => {
  const spoilt = [`${label}&x=1`, `${label}&S=1`, label.slice(0, -1), label.replace('S=', 'S=%30')];
  for (const address of spoilt)
    expect([address, answered(await open(address)).outcome]).toEqual([address, 'unreadable']);
});

test('a forged signature is suspect, on the page as well', async () => {
  const forged = label.slice(0, -40) + label.slice(-40).replace(/^../, (two) => (two === '00' ? '11' : '00'));
  expect(answered(await open(forged))).toMatchObject({ outcome: 'suspect', claims: { issuedByMaker: false } });
  expect((await open(forged, BROWSER)).text).toContain('与厂家记录不符');
});

test('a serial that nobody registered', async () => {
  const stranger = '/01/09521234100003/21/ZZZZZZZZZZZZ';
  expect(answered(await open(stranger))).toMatchObject({ outcome: 'unknown', unit: null });
  expect((await open(stranger, BROWSER)).text).toContain('厂家记录里没有');
});

test.each([
  {
    name: 'a wrong check digit',
    address: '/01/09521234100004/21/7Q3K9D0A2FXM',
    status: 400,
    code: 'LABEL_ADDRESS_MALFORMED',
  },
  {
    name: 'a GTIN of 13 digits',
    address: '/01/9521234100003/21/7Q3K9D0A2FXM',
    status: 400,
    code: 'LABEL_ADDRESS_MALFORMED',
  },
  {
    name: 'something behind the serial',
    address: '/01/09521234100003/21/7Q3K9D0A2FXM/foo',
    status: 400,
    code: 'LABEL_ADDRESS_MALFORMED',
  },
  {
    name: 'a slash too many on a label',
    address: '/01/09521234100003/21/7Q3K9D0A2FXM/?S=0',
    status: 400,
    code: 'LABEL_ADDRESS_MALFORMED',
  },
  { name: 'a kind of part', address: '/01/09521234100003', status: 404, code: 'NO_UNIT_NAMED' },
  {
    name: 'links of a part that nobody has',
    address: '/01/00012345678905/21/1?linkType=linkset',
    status: 404,
    code: 'LABELLED_PART_NOT_FOUND',
  },
  {
    name: 'a link of another kind',
    address: '/01/09521234100003/21/1?linkType=gs1:recipeInfo',
    status: 404,
    code: 'LINK_TYPE_UNKNOWN',
  },
])('$name: $status, for programs and for people', async ({ address, status, code }) => {
  const problem = await open(address);
  expect(problem.status).toBe(status);
  expect(problem.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(problem.body).toMatchObject({ status, code });
  const page = await open(address, BROWSER);
  expect(page.status).toBe(status);
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(page.text).toContain(problem.body.words.zh);
});

describe('GS1 resolver', () => {
  const schemaFile = join(projectRoot, '../shared/vectors/gs1-resolver/gs1-linkset-schema.json');
  const hasVectors = existsSync(schemaFile);

  test('the list of links comes by Accept and by either name, as JSON too, and counts as no check', async () => {
    const before = await publicScans();
    const lists = [
      await open(label, LINKSET),
      await open(`${label}&linkType=linkset`, BROWSER),
      await open(`${label}&linkType=all`, 'application/json'),
    ];
    for (const list of lists) {
      expect(list.status).toBe(200);
      expect(JSON.parse(list.text)).toEqual(JSON.parse(lists[0]!.text));
      expect(list.headers['link']).toContain('rel="http://www.w3.org/ns/json-ld#context"');
    }
    expect(lists[2]!.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(await publicScans()).toBe(before);
    const [context] = (JSON.parse(lists[0]!.text) as { linkset: Record<string, unknown>[] }).linkset;
    expect(context).toMatchObject({
      anchor:
        code
          .split('?')[0]!
          .toLowerCase()
          .replace(/\/01.*/, '') + path,
      itemDescription: '前制动片组',
      'https://ref.gs1.org/voc/defaultLink': [{ title: expect.any(String) }],
    });
  });

  (hasVectors ? test : test.skip)('the list keeps to GS1’s own schema', async () => {
    const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as Record<string, unknown>;
    const valid = new Ajv({ strict: false }).compile(schema);
    const list: unknown = JSON.parse((await open(label, LINKSET)).text);
    expect([valid(list), valid.errors]).toEqual([true, null]);
    const example = JSON.parse(
      readFileSync(
        schemaFile.replace('linkset-schema', 'example').replace('gs1-example', 'invalid-gs1-example'),
        'utf8',
      ),
    ) as unknown;
    expect(valid(example)).toBe(false);
  });

  test.each(['gs1:pip', 'gs1:defaultLink', 'https://gs1.org/voc/verificationService'])(
    '%s leads to the label’s own address, with all that was asked besides',
    async (linkType) => {
      const answer = await open(`${label}&lang=en&linkType=${encodeURIComponent(linkType)}`, BROWSER).redirects(0);
      expect(answer.status).toBe(307);
      expect(answer.headers['location']).toBe(`${label}&lang=en`);
      expect(answer.headers['link']).toContain('rel="linkset"');
    },
  );

  test('it describes itself', async () => {
    const answer = await open('/.well-known/gs1resolver');
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    expect(answer.body).toMatchObject({
      resolverRoot: expect.stringMatching(/^https?:\/\/[^/]+$/),
      supportedPrimaryKeys: ['01'],
      supportedLinkType: [{ namespace: 'https://ref.gs1.org/voc/', prefix: 'gs1:' }],
    });
  });

  test('HEAD and OPTIONS answer, and neither is a check', async () => {
    const before = await publicScans();
    const head = await world.app.request.head(label).set('Accept', BROWSER);
    expect(head).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
    const options = await world.app.request.options(label);
    expect(options).toMatchObject({ status: 204, headers: { 'access-control-allow-methods': 'GET, HEAD, OPTIONS' } });
    expect(await publicScans()).toBe(before);
  });
});

test('how often a code was checked: one source counts once a day', async () => {
  const [fresh] = (await world.stock(world.hz1, PART.oilFilter, 1)) as [string];
  const { pathname } = new URL(fresh);
  const first = await open(`${pathname}?lang=en`, BROWSER);
  expect(first.text).toContain('Nobody has looked up this code before.');
  expect((await open(`${pathname}?lang=en`, BROWSER)).text).toContain('Nobody has looked up this code before.');
  world.app.clock.advance(86_400_000);
  expect((await open(`${pathname}?lang=en`, BROWSER)).text).toMatch(/looked up 2 times, first on Nov 23, 2026/);
});
