import { TOTAL_WORDS, wordKey } from '../catalogue/catalogue-columns.ts';
import type { CsvTable } from '../catalogue/catalogue-csv.ts';
import { narrow, normalPartNumber, PART_NUMBER, tidy } from '../catalogue/part.ts';
import { isLot } from '../labels/label-text.ts';
import { MOST_UNITS, ORDER_NUMBER } from './batch.ts';
import { type Column, columnOfOrder, COLUMNS, REQUIRED } from './dispatch-order-columns.ts';
import * as faults from './dispatch-order-faults.ts';
import type { OrderFault, OrderRowFault } from './dispatch-order-faults.ts';

/** One line of a dispatch order, as one row of a file says it. */
export interface OrderRow {
  /** The spreadsheet's own number. */
  readonly row: number;
  readonly order: string;
  readonly partNumber: string;
  readonly quantity: number;
  readonly lot: string | null;
  /** Code of an organisation. */
  readonly consignee: string | null;
}

export interface OrderSheet {
  readonly rows: readonly OrderRow[];
  readonly faults: readonly OrderRowFault[];
}

/** Cells → lines. Faults are collected over the whole file, so that it is mended once and not row after row. */
export function readOrderSheet(table: CsvTable, columnNamed = columnOfOrder): OrderSheet {
  const headings = table.rows[table.headingAt] ?? [];
  const columns = headings.map((heading) => columnNamed(heading));
  const found: OrderRowFault[] = headingFaults(columns, table.headingAt + 1);
  if (found.length > 0) return { rows: [], faults: found };
  const rows: OrderRow[] = [];
  const rowOfLine = new Map<string, number>();
  for (let at = table.headingAt + 1; at < table.rows.length; at++) {
    const written = table.rows[at]!;
    if (isNoLine(written)) continue;
    if (hasStrayCells(written, headings)) {
      found.push({ row: at + 1, column: null, value: '', ...faults.strayCells() });
      continue;
    }
    const reading = readRow(at + 1, written, columns);
    if ('faults' in reading) {
      found.push(...reading.faults);
      continue;
    }
    const twin = rowOfLine.get(lineKey(reading));
    if (twin !== undefined) found.push({ row: at + 1, column: null, value: '', ...faults.lineTwice(twin) });
    rowOfLine.set(lineKey(reading), at + 1);
    rows.push(reading);
  }
  return { rows, faults: found };
}

/** What makes a line of an order one line. */
export const lineKey = (line: Pick<OrderRow, 'order' | 'partNumber' | 'lot' | 'consignee'>): string =>
  JSON.stringify([line.order, line.partNumber, line.lot, line.consignee]);

/** Blank rows, and rows that add up the rows above them. */
function isNoLine(written: readonly string[]): boolean {
  const first = written.find((cell) => cell.trim() !== '');
  return first === undefined || TOTAL_WORDS.has(wordKey(first));
}

/** Text under no heading: nearly always an unquoted comma that has pushed the cells to the right. */
const hasStrayCells = (written: readonly string[], headings: readonly string[]): boolean =>
  written.some((cell, i) => cell.trim() !== '' && (headings[i] ?? '').trim() === '');

function headingFaults(columns: readonly (Column | undefined)[], row: number): OrderRowFault[] {
  const times = (name: Column): number => columns.filter((column) => column === name).length;
  return [
    ...REQUIRED.filter((column) => times(column) === 0).map((column) => ({
      column,
      fault: faults.columnMissing(column),
    })),
    ...COLUMNS.filter((column) => times(column) > 1).map((column) => ({ column, fault: faults.columnTwice(column) })),
  ].map(({ column, fault }) => ({ row, column, value: '', ...fault }));
}

function readRow(
  row: number,
  written: readonly string[],
  columns: readonly (Column | undefined)[],
): OrderRow | { readonly faults: OrderRowFault[] } {
  const cells: Partial<Record<Column, string>> = {};
  columns.forEach((column, i) => column && (cells[column] = unwrapped(written[i] ?? '')));
  const found: OrderRowFault[] = [];
  const read = <Value>(column: Column, reader: (cell: string) => Value | OrderFault): Value | undefined => {
    const cell = cells[column] ?? '';
    const said = isBlank(cell) && REQUIRED.includes(column) ? faults.missing(column) : reader(cell);
    if (!isFault(said)) return said;
    found.push({ row, column, value: cell.slice(0, LONGEST_SHOWN), ...said });
    return undefined;
  };
  const order = read('order', readOrder);
  const partNumber = read('partNumber', readPartNumber);
  const quantity = read('quantity', readQuantity);
  const lot = read('lot', readLot);
  const consignee = read('consignee', readConsignee);
  if (order === undefined || partNumber === undefined || quantity === undefined) return { faults: found };
  if (lot === undefined || consignee === undefined) return { faults: found };
  return { row, order, partNumber, quantity, lot, consignee };
}

/** The value as found, cut so that an answer cannot be made to grow with its faults. */
const LONGEST_SHOWN = 80;

const isFault = (said: unknown): said is OrderFault => typeof said === 'object' && said !== null;

/** `="0952…"` and `'0952…` are how people make a spreadsheet keep a text as it is. */
const unwrapped = (cell: string): string =>
  cell
    .trim()
    .replace(/^="(.*)"$/su, '$1')
    .replace(/^'/u, '');

/** People write a dash, a stroke or 无 for "none". */
const isBlank = (cell: string): boolean => /^(-+|\/|无|N\/A)?$/iu.test(narrow(cell));

function readOrder(cell: string): string | OrderFault {
  const order = tidy(cell.normalize('NFKC'));
  return ORDER_NUMBER.test(order) ? order : faults.orderMalformed();
}

function readPartNumber(cell: string): string | OrderFault {
  const partNumber = normalPartNumber(cell);
  return PART_NUMBER.test(partNumber) ? partNumber : faults.partNumberMalformed();
}

/** `1,200`, `40.0`, `４０` and `40件` are whole numbers to whoever wrote them. */
function readQuantity(cell: string): number | OrderFault {
  const digits = narrow(cell)
    .replace(/(件|个|只|PCS)$/iu, '')
    .replace(/\.0+$/u, '')
    .replace(/^\d{1,3}(,\d{3})+$/u, (grouped) => grouped.replaceAll(',', ''));
  const quantity = /^\d{1,9}$/.test(digits) ? Number(digits) : 0;
  return quantity >= 1 && quantity <= MOST_UNITS ? quantity : faults.quantityMalformed();
}

function readLot(cell: string): string | null | OrderFault {
  if (isBlank(cell)) return null;
  const lot = narrow(cell).toUpperCase();
  return isLot(lot) ? lot : faults.lotMalformed();
}

function readConsignee(cell: string): string | null | OrderFault {
  const code = narrow(cell).toUpperCase();
  if (isBlank(cell)) return null;
  return /^[A-Z0-9-]{1,40}$/.test(code) ? code : faults.consigneeUnknown();
}
