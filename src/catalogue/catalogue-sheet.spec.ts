import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { readCsv } from './catalogue-csv.ts';
import { readSheet } from './catalogue-sheet.ts';

const PREFIX = '9521234';
const HEADINGS = '零件号,中文名称,英文名称,类别,追溯方式,建议零售价,币种,GTIN,替代旧号';
const sheetOf = (...lines: string[]) => readSheet(readCsv(Buffer.from([HEADINGS, ...lines].join('\n'))), PREFIX);
const faultsOf = ({ faults }: ReturnType<typeof sheetOf>) =>
  faults.map(({ row, column, code }) => [row, column, code].join(' '));
const notesOf = ({ notes }: ReturnType<typeof sheetOf>) => notes.map(({ row, code }) => `${row} ${code}`);

const PADS = 'CH-1,前片,Front pads,safety,serial,428.00,CNY,09521234100003,';
const DISC = 'CH-2,前盘,Front disc,safety,serial,512.00,CNY,09521234100010,CH-1';

test('sound rows keep the row numbers that the spreadsheet shows', () => {
  const sheet = sheetOf(PADS, '', ',,,,,,,,', DISC);
  expect(sheet.rows.map(({ row, said }) => [row, said.partNumber])).toEqual([
    [2, 'CH-1'],
    [5, 'CH-2'],
  ]);
  expect([...sheet.faults, ...sheet.notes]).toEqual([]);
});

test.each([
  { name: 'a total row is passed over', lines: [PADS, '合计,,,,,428.00,,,'], notes: ['3 TOTAL_SKIPPED'] },
  { name: 'spaced out as in tables', lines: [PADS, ',合　计：,,,,428.00,,,'], notes: ['3 TOTAL_SKIPPED'] },
  { name: 'an English one too', lines: [PADS, 'Grand total,,,,,428.00,,,'], notes: ['3 TOTAL_SKIPPED'] },
  { name: 'the same row again is passed over', lines: [PADS, PADS], notes: ['3 ROW_REPEATED'] },
  { name: 'the same but for the blank GTIN', lines: [PADS, PADS.replace(/0952\d+/, '')], notes: ['3 ROW_REPEATED'] },
])('$name', ({ lines, notes }) => {
  const sheet = sheetOf(...lines);
  expect(notesOf(sheet)).toEqual(notes);
  expect(sheet.faults).toEqual([]);
  expect(sheet.rows).toHaveLength(1);
});

test.each([
  {
    name: 'the same part at another price',
    lines: [PADS, PADS.replace('428', '431')],
    faults: ['3 partNumber PART_TWICE'],
  },
  {
    name: 'the same part, written otherwise',
    lines: [PADS, PADS.replace('CH-1', 'ｃｈ-1').replace('428', '431')],
    faults: ['3 partNumber PART_TWICE'],
  },
  {
    name: 'the same part superseding something else',
    lines: [PADS, `${PADS}CH-0`],
    faults: ['3 partNumber PART_TWICE'],
  },
  {
    name: 'two parts with one GTIN',
    lines: [PADS, DISC.replace('09521234100010', '9521234100003')],
    faults: ['3 gtin GTIN_TWICE'],
  },
  {
    name: 'an unquoted comma has pushed the cells',
    lines: ['CH-1,前片,Pads, front,safety,serial,428.00,CNY,09521234100003,'],
    faults: ['2  TOO_MANY_CELLS'],
  },
  {
    name: 'faults in several rows and cells, in order',
    lines: [PADS.replace('428.00', '-1'), DISC.replace('safety', 'x').replace('CNY', '')],
    faults: ['2 listPrice PRICE_NEGATIVE', '3 class WORD_UNKNOWN', '3 currency MISSING'],
  },
])('a true error: $name', ({ lines, faults }) => expect(faultsOf(sheetOf(...lines))).toEqual(faults));

test('a part given twice names both rows and what differs', () => {
  const [fault] = sheetOf(PADS, DISC, PADS.replace('428', '431')).faults;
  expect(fault).toMatchObject({ row: 4, value: 'CH-1' });
  expect(fault!.words.en).toBe('Rows 2 and 4 have the same part number, but differ in list price');
  expect(fault!.words.zh).toBe('第 2 行与第 4 行是同一零件号，而建议零售价不同');
});

test('a missing column is told once, and not for every row', () => {
  const sheet = readSheet(readCsv(Buffer.from('part number,name,price\nCH-1,Pads,428.00')), PREFIX);
  expect(faultsOf(sheet)).toEqual([
    '1 nameZh COLUMN_MISSING',
    '1 class COLUMN_MISSING',
    '1 tracking COLUMN_MISSING',
    '1 currency COLUMN_MISSING',
  ]);
});

test('two columns of one meaning are a fault, an unknown one is a note', () => {
  const sheet = readSheet(readCsv(Buffer.from(`${HEADINGS},价格,备注\n${PADS},428,x`)), PREFIX);
  expect(faultsOf(sheet)).toEqual(['1 listPrice COLUMN_TWICE']);
  expect(notesOf(sheet)).toEqual(['1 HEADING_UNKNOWN']);
});

test("the maker's own file is sound", () => {
  const sheet = readSheet(readCsv(readFileSync('src/demo/data/catalogue.csv')), PREFIX);
  expect(sheet.rows).toHaveLength(42);
  expect([...sheet.faults, ...sheet.notes]).toEqual([]);
});

test('the file as Excel saved it: what is understood, and what is a true error', () => {
  const sheet = readSheet(readCsv(readFileSync('src/demo/data/catalogue-as-excel-saved-it.csv')), PREFIX);
  expect(faultsOf(sheet)).toEqual([
    '9 gtin NUMBER_RUINED',
    '10 gtin GTIN_CHECK_DIGIT',
    '11 listPrice PRICE_NEGATIVE',
    '14 partNumber PART_TWICE',
  ]);
  expect(notesOf(sheet)).toEqual(['15 TOTAL_SKIPPED']);
  const said = new Map(sheet.rows.map((row) => [row.row, row.said]));
  expect(said.get(4)!.listPrice).toBe('512.00');
  expect(said.get(6)!.partNumber).toBe('CH-90915-YZZD4');
  expect(said.get(8)!.partNumber).toBe('CH-87139-0E040');
  expect(said.get(12)!.listPrice).toBe('2380.00');
});

test('any cells are read or told to be wrong, never a fault of ours', () => {
  const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '1', '-1', '1E9', '合计', 'CNY', 'CH-1'));
  const row = fc.array(cell, { maxLength: 11 });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
      const table = { encoding: 'utf-8', delimiter: ',', headingAt: 0, rows: [HEADINGS.split(','), ...rows] } as const;
      const sheet = readSheet(table, PREFIX);
      expect(new Set(sheet.rows.map(({ said }) => said.partNumber)).size).toBe(sheet.rows.length);
    }),
  );
});
