import { stringify } from 'csv-stringify/sync';
import { type CsvTable, readCsv } from '../catalogue/catalogue-csv.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Language } from '../kernel/words.ts';
import { type ChosenColumns, type Column, columnOfOrder, COLUMN_WORDS, headingsAs } from './dispatch-order-columns.ts';
import type { OrderRowFault } from './dispatch-order-faults.ts';

/**
 * A dispatch order's file as cells.
 * @param chosen what its headings mean; given, the fullest of the first rows is taken for the headings where none is known
 */
export function openOrderFile(bytes: Uint8Array, chosen: ChosenColumns | undefined): CsvTable {
  if (chosen === undefined) return readCsv(bytes, columnOfOrder);
  try {
    return readCsv(bytes, headingsAs(chosen));
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'FILE_WITHOUT_HEADINGS') throw error;
    return readCsv(bytes, (heading) => heading.trim() || undefined);
  }
}

/** What one column of the file is taken for, and what stands in it. */
export interface HeadingMeaning {
  readonly heading: string;
  readonly column: Column | null;
  readonly example: string;
}

export function meaningsOf({ rows, headingAt }: CsvTable, chosen: ChosenColumns): HeadingMeaning[] {
  const columnNamed = headingsAs(chosen);
  return (rows[headingAt] ?? []).flatMap((heading, at) => {
    const example = rows.slice(headingAt + 1).find((cells) => (cells[at] ?? '').trim() !== '')?.[at] ?? '';
    if (heading.trim() === '') return [];
    return [{ heading: heading.trim(), column: columnNamed(heading) ?? null, example: example.trim() }];
  });
}

const TO_MEND = { zh: '需更正', en: 'to mend' };

/** The whole file once more, as UTF-8 that spreadsheets know for it, with what is wrong at the end of each faulty row. */
export function fileToMend(
  { rows, headingAt }: CsvTable,
  faults: readonly OrderRowFault[],
  language: Language,
): string {
  const width = Math.max(...rows.map((cells) => cells.length));
  const said = new Map<number, string[]>();
  for (const { row, column, words } of faults) {
    const where = column === null ? '' : `${COLUMN_WORDS[column][language]}: `;
    said.set(row, [...(said.get(row) ?? []), where + words[language]]);
  }
  const marked = rows.map((cells, at) => [
    ...cells,
    ...Array.from({ length: width - cells.length }, () => ''),
    at === headingAt
      ? [TO_MEND[language], ...(said.get(at + 1) ?? [])].join(': ')
      : (said.get(at + 1) ?? []).join('; '),
  ]);
  return stringify(marked, { bom: true, record_delimiter: 'windows' });
}
