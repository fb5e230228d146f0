import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { Refusal } from '../kernel/refusal.ts';
import { readCsv } from './catalogue-csv.ts';

const utf8 = (text: string) => Buffer.from(text, 'utf8');
const utf16le = (text: string) => Buffer.from(text, 'utf16le');
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
/** Node writes no GB18030; these are the bytes of 零件号,价格 and of 前 as a Chinese Excel writes them. */
const GB18030 = Buffer.from([
  0xc1, 0xe3, 0xbc, 0xfe, 0xba, 0xc5, 0x2c, 0xbc, 0xdb, 0xb8, 0xf1, 0x0d, 0x0a, 0x41, 0x31, 0x2c, 0xc7, 0xb0,
]);
const BOM = '\ufeff';

test.each([
  { name: 'UTF-8', bytes: utf8('零件号,价格\nA1,前'), encoding: 'utf-8' },
  { name: 'UTF-8 with a mark', bytes: utf8(`${BOM}零件号,价格\nA1,前`), encoding: 'utf-8' },
  { name: 'UTF-16 little-endian with a mark', bytes: utf16le(`${BOM}零件号,价格\nA1,前`), encoding: 'utf-16le' },
  { name: 'UTF-16 big-endian with a mark', bytes: utf16be(`${BOM}零件号,价格\nA1,前`), encoding: 'utf-16be' },
  { name: 'UTF-16 little-endian without', bytes: utf16le('part number,价格\nA1,前'), encoding: 'utf-16le' },
  { name: 'UTF-16 big-endian without', bytes: utf16be('part number,价格\nA1,前'), encoding: 'utf-16be' },
  { name: 'GB18030', bytes: GB18030, encoding: 'gb18030' },
])('reads $name', ({ bytes, encoding }) => {
  const table = readCsv(bytes);
  expect(table.encoding).toBe(encoding);
  expect(table.rows[1]).toEqual(['A1', '前']);
});

test.each([
  { name: 'comma', text: 'part number,price\nA1,"2,380.00"', row: ['A1', '2,380.00'] },
  { name: 'semicolon', text: 'part number;price\nA1;2,380.00', row: ['A1', '2,380.00'] },
  { name: 'tab', text: 'part number\tprice\nA1\t"2,380.00"', row: ['A1', '2,380.00'] },
  { name: 'full-width comma', text: '零件号，价格\nA1，428.00', row: ['A1', '428.00'] },
  { name: 'semicolon beside more commas', text: 'part number;price;name\nA1;4;a,b,c,d', row: ['A1', '4', 'a,b,c,d'] },
  { name: 'old line ends', text: 'part number,price\rA1,4', row: ['A1', '4'] },
  { name: 'Windows line ends', text: 'part number,price\r\nA1,4\r\n', row: ['A1', '4'] },
  { name: 'a line break in a cell', text: 'part number,price\nA1,"4\n5"', row: ['A1', '4\n5'] },
  { name: 'an inch mark', text: 'part number,name\nA1,12" disc', row: ['A1', '12" disc'] },
  { name: 'text forced by a formula', text: 'part number,gtin\nA1,="0952"', row: ['A1', '="0952"'] },
])('splits by $name', ({ text, row }) => expect(readCsv(utf8(text)).rows[1]).toEqual(row));

test('finds the headings under a title, and keeps the rows where the spreadsheet shows them', () => {
  const table = readCsv(utf8('2026 年零件目录,,\n\n零件号,中文名称,价格\nA1,前,4\n\nA2,后,5'));
  expect(table.headingAt).toBe(2);
  expect(table.rows[5]).toEqual(['A2', '后', '5']);
});

test('the file as Excel saved it', () => {
  const table = readCsv(readFileSync('src/demo/data/catalogue-as-excel-saved-it.csv'));
  expect(table).toMatchObject({ encoding: 'gb18030', delimiter: ',', headingAt: 0 });
  expect(table.rows[1]!.slice(0, 3)).toEqual(['CH-04465-02250', '前制动片组', 'Brake pad set, front']);
  expect(table.rows[13]![0]).toBe('CH-04465-02250');
  expect(table.rows[14]![0]).toBe('合计');
});

test.each([
  { name: 'nothing', bytes: utf8(''), code: 'FILE_WITHOUT_HEADINGS' },
  { name: 'prose', bytes: utf8('Dear colleague,\nhere is the file.'), code: 'FILE_WITHOUT_HEADINGS' },
  { name: 'rows without headings', bytes: utf8('CH-1,前,428.00'), code: 'FILE_WITHOUT_HEADINGS' },
  { name: 'an open quotation mark', bytes: utf8('part number,price\nA1,"4\nA2,5'), code: 'FILE_NOT_CSV' },
  { name: 'a workbook', bytes: Buffer.from('PK\x03\x04\x14\0\x06\0', 'latin1'), code: 'FILE_NOT_TEXT' },
  { name: 'half of a UTF-16 sign', bytes: Buffer.from([0xff, 0xfe, 0x41]), code: 'FILE_NOT_TEXT' },
  { name: 'no encoding of ours', bytes: Buffer.from([0x41, 0xff, 0xff]), code: 'FILE_NOT_TEXT' },
  { name: 'too many rows', bytes: utf8(`part number,price${'\n'.repeat(50_001)}`), code: 'FILE_TOO_LONG' },
])('refuses $name', ({ bytes, code }) => {
  expect(() => readCsv(bytes)).toThrow(expect.objectContaining({ code }) as Error);
});

test('an open quotation mark is found in its row', () => {
  expect(() => readCsv(utf8('part number,price\nA1,3\nA2,"4\nA3,5'))).toThrow(
    expect.objectContaining({ members: { row: 3 } }) as Error,
  );
});

test('any bytes are a table or a refusal, never a fault', () => {
  const anything = fc.uint8Array({ maxLength: 400 });
  const nearly = fc.tuple(fc.constant(utf8('part number,price\n')), anything).map((parts) => Buffer.concat(parts));
  fc.assert(
    fc.property(fc.oneof(anything, nearly), (bytes) => {
      try {
        expect(readCsv(bytes).rows.length).toBeGreaterThan(0);
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal);
      }
    }),
  );
});
