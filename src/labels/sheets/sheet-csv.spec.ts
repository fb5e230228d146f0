import { parse } from 'csv-parse/sync';
import { inTurn, label } from '../../../test/support/labels-to-print.ts';
import type { LabelToPrint } from './label-to-print.ts';
import { sheetCsv } from './sheet-csv.ts';

const csvOf = async (labels: Iterable<LabelToPrint>): Promise<string> =>
  Buffer.concat((await sheetCsv(inTurn(labels)).toArray()) as Buffer[]).toString('utf8');

test('one row a label, in the columns that were promised', async () => {
  const labels = [label(), label({ lot: null })];
  const csv = await csvOf(labels);
  expect(csv.split('\r\n')[0]).toBe('serial,gtin,lot,partNumber,code');
  expect(parse(csv, { columns: true })).toEqual(
    labels.map(({ serial, gtin, lot, partNumber, text }) => ({ serial, gtin, lot: lot ?? '', partNumber, code: text })),
  );
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1'])('%j is no formula to a spreadsheet', async (partNumber) => {
  const [row] = parse(await csvOf([label({ partNumber })]), { columns: true }) as { partNumber: string }[];
  expect(row!.partNumber).toBe(`'${partNumber}`);
});

test('quotes what would end a field or a row', async () => {
  const partNumber = 'a,"b"\r\nc';
  const [row] = parse(await csvOf([label({ partNumber })]), { columns: true }) as { partNumber: string }[];
  expect(row!.partNumber).toBe(partNumber);
});

test('a run of no labels is its headings', async () => {
  expect(await csvOf([])).toBe('serial,gtin,lot,partNumber,code\r\n');
});

test('fails when its source fails', async () => {
  async function* failing(): AsyncGenerator<LabelToPrint> {
    yield label();
    throw new Error('the database is gone');
  }
  await expect(sheetCsv(failing()).toArray()).rejects.toThrow('the database is gone');
});
