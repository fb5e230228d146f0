import { COLUMNS, type Column, type ColumnName } from './catalogue-columns.ts';
import { missing, type Fault } from './cell-faults.ts';
import { READERS, type ColumnValues } from './cell-readers.ts';
import { UNSAID } from './part.ts';

/** What a person wrote, by column. A column that is not there says nothing; a blank cell says "none". */
export type Cells = Readonly<Partial<Record<ColumnName, string>>>;

/** What a blank cell says in a column that may be blank. */
const BLANK = { ...UNSAID, priceValidFrom: null, supersedes: [] } as const satisfies Partial<ColumnValues>;

type RequiredName = Exclude<ColumnName, keyof typeof BLANK>;

/** What the cells of one part say: every required field, and of the others those that had a column. */
export type Said = Pick<ColumnValues, RequiredName> & Partial<ColumnValues>;

/** One fault in one cell, before anybody knows in which row. */
export interface CellFault {
  readonly column: ColumnName;
  readonly value: string;
  readonly fault: Fault;
}

export type RowReading = { readonly said: Said } | { readonly faults: readonly CellFault[] };

/** The same for a row of a file and for a form: every cell is read, and every fault told at once. */
export function readCells(cells: Cells, gs1Prefix: string): RowReading {
  const said: Partial<Record<ColumnName, unknown>> = {};
  const found: CellFault[] = [];
  for (const column of COLUMNS) {
    const cell = cells[column.name];
    if (cell === undefined && !column.isRequired) continue;
    const reading = readCell(column, unwrapped(cell ?? ''), gs1Prefix);
    if ('fault' in reading) found.push({ column: column.name, value: shown(cell ?? ''), fault: reading.fault });
    else said[column.name] = reading.value;
  }
  return found.length > 0 ? { faults: found } : { said: said as Said };
}

function readCell({ name, isRequired }: Column, cell: string, gs1Prefix: string) {
  if (!isBlank(cell, isRequired)) return READERS[name](cell, gs1Prefix);
  if (isRequired) return { fault: missing(name) };
  return { value: BLANK[name as keyof typeof BLANK] };
}

/** In an optional column people write a dash, a stroke or 无 for "none"; in a required one 无 may be a word. */
const NONE = /^(-+|\/|无|n\/a)?$/iu;

const isBlank = (cell: string, isRequired: boolean): boolean => {
  const text = cell.replace(/[\s\u200b\u2060\ufeff]/gu, '');
  return isRequired ? text === '' : NONE.test(text.normalize('NFKC'));
};

/** `="0952…"` and `'0952…` are how people make a spreadsheet keep a text as it is. */
const unwrapped = (cell: string): string =>
  cell
    .trim()
    .replace(/^="(.*)"$/su, '$1')
    .replace(/^'/u, '');

const LONGEST_SHOWN = 80;

/** The value as found, cut so that an answer cannot be made to grow with its faults. */
const shown = (cell: string): string => (cell.length > LONGEST_SHOWN ? `${cell.slice(0, LONGEST_SHOWN)}…` : cell);
