import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { pathBetween } from '../src/catalogue/supersession.ts';
import { isGtin14 } from '../src/kernel/gtin.ts';
import { CatalogueWorld, fileOf, HEADINGS, PADS, type Caller } from './support/catalogue-world.ts';

const CATALOGUE = readFileSync('src/demo/data/catalogue.csv');
const AS_EXCEL_SAVED_IT = readFileSync('src/demo/data/catalogue-as-excel-saved-it.csv');

let world: CatalogueWorld;
beforeAll(async () => {
  world = await CatalogueWorld.begin();
});
afterAll(() => world.end());

describe("the maker's own files", () => {
  let maker: Caller;
  beforeAll(async () => {
    maker = await world.maker('9521234');
  });

  test('a dry run tells and writes nothing', async () => {
    const { status, body } = await maker.imports(CATALOGUE, '?dryRun=true');
    expect(status).toBe(200);
    expect(body).toEqual({ created: 42, updated: 0, unchanged: 0, dryRun: true, errors: [], errorCount: 0, notes: [] });
    expect(await world.partNumbersOf(maker)).toEqual([]);
  });

  test('42 parts go in, each with a GTIN', async () => {
    const { body } = await maker.imports(CATALOGUE);
    expect(body).toMatchObject({ created: 42, updated: 0, unchanged: 0, dryRun: false, errors: [] });
    const { body: page } = await maker.get('/api/parts?limit=200');
    const gtins = page.items.map((part: { gtin: string }) => part.gtin);
    expect(gtins).toHaveLength(42);
    expect(new Set(gtins).size).toBe(42);
    expect(gtins.every((gtin: string) => isGtin14(gtin) && gtin.startsWith('09521234'))).toBe(true);
    const allocated = page.items.filter((part: { isGtinAllocated: boolean }) => part.isGtinAllocated);
    expect(allocated).toHaveLength(8);
  });

  test('the same file again changes nothing', async () => {
    const { body } = await maker.imports(CATALOGUE);
    expect(body).toMatchObject({ created: 0, updated: 0, unchanged: 42, errors: [] });
  });

  test('the file as Excel saved it: every true error in both languages, and nothing half imported', async () => {
    const before = await maker.get('/api/parts?limit=200');
    const { status, body } = await maker.imports(AS_EXCEL_SAVED_IT).set('accept-language', 'zh-CN');
    expect(status).toBe(200);
    expect(
      body.errors.map(({ row, column, value, code }: Record<string, unknown>) => [row, column, value, code]),
    ).toEqual([
      [9, 'gtin', '9.52123E+12', 'NUMBER_RUINED'],
      [10, 'gtin', '09521234100080', 'GTIN_CHECK_DIGIT'],
      [11, 'listPrice', '-620', 'PRICE_NEGATIVE'],
      [14, 'partNumber', 'CH-04465-02250', 'PART_TWICE'],
    ]);
    for (const { message, words } of body.errors) {
      expect(message).toBe(words.zh);
      expect(words.zh).toMatch(/\p{Script=Han}/u);
      expect(words.en).toMatch(/^[A-Z][\x20-\x7e]+$/);
    }
    expect(body.notes.map(({ row, code }: Record<string, unknown>) => [row, code])).toContainEqual([
      15,
      'TOTAL_SKIPPED',
    ]);
    expect((await maker.get('/api/parts?limit=200')).body).toEqual(before.body);
  });

  test('mended, it goes in; as an upload too', async () => {
    const mended = new TextDecoder('gb18030')
      .decode(AS_EXCEL_SAVED_IT)
      .replace('9.52123E+12', '09521234100072')
      .replace('09521234100080', '')
      .replace('-620', '620')
      .replace(/CH-04465-02250,[^\r]*431.00[^\r]*\r\n/, '');
    const upload = await maker.upload(mended);
    expect(upload.body).toMatchObject({ created: 0, errors: [] });
    expect(upload.body.updated + upload.body.unchanged).toBe(12);
    const { body: filter } = await maker.get('/api/parts/ch-87139-0e040');
    expect(filter).toMatchObject({ partNumber: 'CH-87139-0E040', warrantyMonths: 24, listPrice: '88.00', version: 2 });
  });

  test("a GTIN that we allocated gave way to the maker's own, and still leads to its part", async () => {
    const { body: disc } = await maker.get('/api/parts/CH-42431-0E030');
    expect(disc).toMatchObject({ gtin: '09521234100034', isGtinAllocated: false });
    const rows = await world.database.rows<{ gtin: string }>(
      'SELECT g.gtin FROM part_gtin g JOIN part p ON p.id = g.part_id WHERE p.maker_id = $1 AND p.part_number = $2',
      [maker.organisation, 'CH-42431-0E030'],
    );
    expect(rows).toHaveLength(2);
    for (const { gtin } of rows) {
      const found = await world.parts.byGtin(world.database, gtin);
      expect(found?.partNumber).toBe('CH-42431-0E030');
    }
  });

  test('old numbers are superseded by new ones', async () => {
    const { body } = await maker.get('/api/parts/CH-04465-02250/supersessions');
    const relation = { kind: 'one_way', ratio: { old: 1, new: 1 }, validFrom: null, validTo: null };
    expect(body).toEqual({ supersedes: [{ partNumber: 'CH-04465-02240', ...relation }], supersededBy: [] });
    const graph = await world.parts.supersessionGraph(world.database, maker.organisation);
    expect(pathBetween(graph, 'CH-04465-02240', 'CH-04465-02250', '2026-11-23')?.kind).toBe('forward');
    expect(pathBetween(graph, 'CH-04465-02250', 'CH-04465-02240', '2026-11-23')?.kind).toBe('backward');
  });

  test('who imported is on record', async () => {
    const { body } = await maker.get('/api/audit?action=catalogue.imported');
    expect(body.items).toHaveLength(3);
    expect(body.items[2].detail).toMatchObject({ created: 42, updated: 0, unchanged: 0, supersessions: 4 });
  });
});

describe('an import', () => {
  test('supersedes parts of the file and of the catalogue, and refuses strangers and rings', async () => {
    const maker = await world.maker();
    await maker.imports(fileOf('AA-1', 'AA-2'));
    const line = (number: string, old: string) => `${number},件,Part,small,none,6.00,CNY,${old}`;
    const file = (...lines: string[]) => [`${HEADINGS},替代旧号`, ...lines].join('\n');
    const unknown = await maker.imports(file(line('AA-3', 'AA-9')));
    expect(unknown.body.errors).toMatchObject([{ row: 2, column: 'supersedes', code: 'SUPERSEDED_UNKNOWN' }]);
    const sound = await maker.imports(file(line('AA-2', 'AA-1'), line('AA-3', 'AA-2;AA-1')));
    expect(sound.body).toMatchObject({ created: 1, updated: 1, errors: [] });
    const ring = await maker.imports(file(line('AA-1', 'AA-3')));
    expect(ring.body.errors).toMatchObject([{ row: 2, code: 'SUPERSESSION_RING', value: 'AA-3' }]);
    expect(ring.body.errors[0].words.en).toMatch(/AA-3 → AA-1 → AA-3|AA-3 → AA-1 → AA-2 → AA-3/);
  });

  test('keeps what columns that are not there say', async () => {
    const maker = await world.maker();
    await maker.put('/api/parts/AA-1', { ...PADS, models: ['E300'], warrantyKm: 50_000 });
    await maker.imports(`${HEADINGS}\nAA-1,前制动片组,Brake pad set,safety,serial,431.00,CNY`);
    const { body } = await maker.get('/api/parts/AA-1');
    expect(body).toMatchObject({ listPrice: '431.00', models: ['E300'], warrantyKm: 50_000, version: 2 });
  });

  test.each([
    { name: 'a workbook', file: Buffer.from('PK\x03\x04\x14\0', 'latin1'), code: 'FILE_NOT_TEXT' },
    { name: 'prose', file: 'Dear colleague', code: 'FILE_WITHOUT_HEADINGS' },
    { name: 'an open quotation mark', file: `${HEADINGS}\n"AA-1`, code: 'FILE_NOT_CSV' },
    { name: 'an empty file', file: '', code: 'FILE_WITHOUT_HEADINGS' },
  ])('refuses $name', async ({ file, code }) => {
    const maker = await world.maker();
    const { status, body } = await maker.imports(file);
    expect({ status, code: body.code }).toEqual({ status: 400, code });
  });

  test('whatever the bytes, is an answer or a refusal, and never a fault', async () => {
    const maker = await world.maker();
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('AA-1', '"', '\n', '1', 'CNY', 'safety', '合计'),
    );
    const file = fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
      fc.array(fc.array(cell)).map((rows) => Buffer.from([HEADINGS, ...rows.map((row) => row.join(','))].join('\n'))),
    );
    await fc.assert(
      fc.asyncProperty(file, async (bytes) => {
        const { status } = await maker.imports(bytes);
        expect([200, 400]).toContain(status);
      }),
      { numRuns: 60 },
    );
  });

  test('refuses a form without a file', async () => {
    const maker = await world.maker();
    const { status, body } = await maker.form({ dryRun: 'true' });
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'FILE_MISSING' });
  });

  test('is for editors of makers with a GS1 prefix', async () => {
    expect(
      (
        await (
          await world.caller('warehouse', 'operator', { maker: (await world.maker()).code })
        ).imports(fileOf('AA-1'))
      ).status,
    ).toBe(403);
    expect((await (await world.caller('workshop', 'technician')).imports(fileOf('AA-1'))).status).toBe(403);
    const unprefixed = await world.caller('maker', 'catalogue_editor');
    const { status, body } = await unprefixed.imports(fileOf('AA-1'));
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'MAKER_WITHOUT_GS1_PREFIX' });
    expect((await world.request.post('/api/parts/imports').set('content-type', 'text/csv').send('x')).status).toBe(401);
  });
});
