import type { Words } from '../kernel/words.ts';
import { columnOf, COLUMNS, TOTAL_WORDS, wordKey, type Column, type ColumnName } from './catalogue-columns.ts';
import type { CsvTable } from './catalogue-csv.ts';
import { readCells, type Cells, type Said } from './catalogue-row.ts';
import { columnMissing, columnTwice, gtinTwice, partTwice, tooManyCells, type Fault } from './cell-faults.ts';
import { differences, normalPartNumber, UNSAID } from './part.ts';

/** A part as one row of a file says it. `row` is the spreadsheet's own number, `cells` as they were written. */
export interface SheetRow {
  readonly row: number;
  readonly cells: Cells;
  readonly said: Said;
}

/** A true error: somebody must mend the file. `column` is null where the row as a whole is wrong. */
export interface RowFault extends Fault {
  readonly row: number;
  readonly column: ColumnName | null;
  readonly value: string;
}

/** Something that was understood, or passed over, and that the sender may want to know. */
export interface RowNote {
  readonly row: number;
  readonly code: string;
  readonly words: Words;
}

/** A catalogue file, read. */
export interface Sheet {
  /** Sound rows, each part number once. */
  readonly rows: readonly SheetRow[];
  /** Every part number that stands in the file, on rows with faults too. */
  readonly partNumbers: ReadonlySet<string>;
  readonly faults: readonly RowFault[];
  readonly notes: readonly RowNote[];
}

/** Cells → parts. Faults are collected over the whole file, so that it is mended once and not row after row. */
export function readSheet(table: CsvTable, gs1Prefix: string): Sheet {
  const headings = table.rows[table.headingAt] ?? [];
  const columns = headings.map(columnOf);
  const notes = unknownHeadings(headings, columns, table.headingAt + 1);
  const faults = headingFaults(columns, table.headingAt + 1);
  // With a column missing every row would be at fault, and none of them would be.
  if (faults.length > 0) return { rows: [], partNumbers: new Set(), faults, notes };

  const rows: SheetRow[] = [];
  const partNumbers = new Set<string>();
  for (let i = table.headingAt + 1; i < table.rows.length; i++) {
    const row = i + 1;
    const written = table.rows[i]!;
    const first = written.find((cell) => cell.trim() !== '');
    if (first === undefined) continue;
    if (TOTAL_WORDS.has(wordKey(first))) {
      notes.push({ row, code: 'TOTAL_SKIPPED', words: { zh: '合计行，已略过', en: 'A total row, passed over' } });
      continue;
    }
    const cells = cellsByColumn(written, columns);
    partNumbers.add(normalPartNumber(cells.partNumber ?? ''));
    const reading = readCells(cells, gs1Prefix);
    if (isPushed(written, headings, 'said' in reading))
      faults.push({ row, column: null, value: '', ...tooManyCells(written.length, headings.length) });
    else if ('said' in reading) rows.push({ row, cells, said: reading.said });
    else faults.push(...reading.faults.map(({ column, value, fault }) => ({ row, column, value, ...fault })));
  }
  const single = withoutRepetitions(rows);
  return {
    rows: single.rows,
    partNumbers,
    faults: [...faults, ...single.faults].sort((a, b) => a.row - b.row),
    notes: [...notes, ...single.notes].sort((a, b) => a.row - b.row),
  };
}

function unknownHeadings(
  headings: readonly string[],
  columns: readonly (Column | undefined)[],
  row: number,
): RowNote[] {
  const unknown = headings.filter((heading, i) => columns[i] === undefined && heading.trim() !== '');
  return unknown.map((heading) => ({
    row,
    code: 'HEADING_UNKNOWN',
    words: {
      zh: `不认识的列“${heading.slice(0, 80)}”，已略过`,
      en: `Unknown column "${heading.slice(0, 80)}", passed over`,
    },
  }));
}

function headingFaults(columns: readonly (Column | undefined)[], row: number): RowFault[] {
  const faults: RowFault[] = [];
  for (const { name, isRequired } of COLUMNS) {
    const times = columns.filter((column) => column?.name === name).length;
    if (times === 0 && isRequired) faults.push({ row, column: name, value: '', ...columnMissing(name) });
    if (times > 1) faults.push({ row, column: name, value: '', ...columnTwice(name) });
  }
  return faults;
}

function cellsByColumn(written: readonly string[], columns: readonly (Column | undefined)[]): Cells {
  const cells: Partial<Record<ColumnName, string>> = {};
  columns.forEach((column, i) => {
    if (column) cells[column.name] = written[i] ?? '';
  });
  return cells;
}

/**
 * An unquoted comma has pushed the cells to the right: text stands under no heading, or there are cells too many and
 * what is in the others makes no sense. Blank cells behind a sound row are only a spreadsheet's habit.
 */
const isPushed = (written: readonly string[], headings: readonly string[], isSound: boolean): boolean =>
  written.some((cell, i) => cell.trim() !== '' && (headings[i] ?? '').trim() === '') ||
  (!isSound && written.length > headings.length);

/** One row a part number and a GTIN: a row that says the same again is passed over, another content is a fault. */
function withoutRepetitions(rows: readonly SheetRow[]) {
  const byPartNumber = new Map<string, SheetRow>();
  const byGtin = new Map<string, SheetRow>();
  const faults: RowFault[] = [];
  const notes: RowNote[] = [];
  for (const row of rows) {
    const { partNumber, gtin } = row.said;
    const twin = byPartNumber.get(partNumber);
    if (twin) {
      const columns = saidDifferently(twin.said, row.said);
      if (columns.length === 0) notes.push(repeated(row.row, twin.row));
      else faults.push(faultAt(row, 'partNumber', partTwice([twin.row, row.row], columns)));
      continue;
    }
    const holder = gtin ? byGtin.get(gtin) : undefined;
    if (holder) {
      faults.push(faultAt(row, 'gtin', gtinTwice(holder.row, holder.said.partNumber)));
      continue;
    }
    byPartNumber.set(partNumber, row);
    if (gtin) byGtin.set(gtin, row);
  }
  return { rows: [...byPartNumber.values()], faults, notes };
}

function saidDifferently(one: Said, other: Said): ColumnName[] {
  const beside = (['priceValidFrom', 'supersedes'] as const).filter(
    (name) => String(one[name]) !== String(other[name]),
  );
  return [...differences({ ...UNSAID, ...one }, { ...UNSAID, ...other }), ...beside];
}

const repeated = (row: number, twin: number): RowNote => ({
  row,
  code: 'ROW_REPEATED',
  words: { zh: `与第 ${twin} 行相同，已略过`, en: `Says the same as row ${twin}, passed over` },
});

/** A fault of a cell that could be read, but cannot stand beside what else is known. */
export const faultAt = ({ row, cells }: SheetRow, column: ColumnName, fault: Fault): RowFault => ({
  row,
  column,
  value: (cells[column] ?? '').trim(),
  ...fault,
});
