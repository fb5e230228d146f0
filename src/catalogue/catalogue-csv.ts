import { CsvError, parse } from 'csv-parse/sync';
import { columnOf } from './catalogue-columns.ts';
import { fileNotCsv, fileNotText, fileTooLong, fileWithoutHeadings } from './catalogue.refusals.ts';

/** A catalogue file as cells. `rows[0]` is the spreadsheet's row 1, empty rows included, so that people find the place. */
export interface CsvTable {
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly rows: readonly (readonly string[])[];
  /** Index in `rows` of the row that names the columns; what stands above it is a title. */
  readonly headingAt: number;
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** Comma, semicolon and tab as spreadsheets write them; the full-width ones as people type them. */
const DELIMITERS = [',', ';', '\t', '，', '；', '|'];

/** A title, a date and the name of the department may stand above the headings. */
const ROWS_BEFORE_HEADINGS = 10;

/** One import keeps everybody else waiting for about a second at most; a larger catalogue comes in several files. */
const MOST_ROWS = 50_000;
const MOST_COLUMNS = 200;

/** Names the column that a heading means; undefined for a heading that is not known. */
export type HeadingReader = (heading: string) => string | undefined;

const catalogueColumn: HeadingReader = (heading) => columnOf(heading)?.name;

/**
 * Bytes of a CSV file of any encoding and delimiter that makers' spreadsheets write. Refuses what is no such file.
 * @param columnNamed of another kind of list than a catalogue: what its headings mean.
 */
export function readCsv(bytes: Uint8Array, columnNamed: HeadingReader = catalogueColumn): CsvTable {
  const { encoding, text } = decode(bytes);
  const delimiter = sniffDelimiter(text, columnNamed);
  const rows = cellsOf(text, delimiter);
  const headings = rows.slice(0, ROWS_BEFORE_HEADINGS).map((cells) => countHeadings(cells, columnNamed));
  const most = Math.max(0, ...headings);
  if (most < 2) throw fileWithoutHeadings();
  return { encoding, delimiter, rows, headingAt: headings.indexOf(most) };
}

/**
 * A byte-order mark decides; without one UTF-8 is tried strictly, for a GB18030 text of any length is never valid
 * UTF-8 by chance. GB18030 comes last because it accepts almost anything.
 */
export function decode(bytes: Uint8Array): { encoding: Encoding; text: string } {
  for (const encoding of candidates(bytes)) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\0')) return { encoding, text };
    } catch (error) {
      if ((error as { code?: string }).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
    }
  }
  throw fileNotText();
}

function candidates(bytes: Uint8Array): Encoding[] {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return ['utf-16le'];
  if (first === 0xfe && second === 0xff) return ['utf-16be'];
  // Without a mark: headings hold ASCII signs, whose other byte is zero on one side or the other.
  if (first === 0) return ['utf-16be'];
  if (second === 0) return ['utf-16le'];
  return ['utf-8', 'gb18030'];
}

/** The delimiter under which one of the first lines shows the most headings that we know. */
function sniffDelimiter(text: string, columnNamed: HeadingReader): string {
  const lines = text.split(/\r\n|\n|\r/u, ROWS_BEFORE_HEADINGS);
  const shown = (delimiter: string) =>
    Math.max(...lines.map((line) => countHeadings(line.split(delimiter, MOST_COLUMNS), columnNamed)));
  return DELIMITERS.reduce((best, one) => (shown(one) > shown(best) ? one : best));
}

const countHeadings = (cells: readonly string[], columnNamed: HeadingReader): number =>
  new Set(
    cells
      .slice(0, MOST_COLUMNS)
      .map(columnNamed)
      .filter((name) => name !== undefined),
  ).size;

function cellsOf(text: string, delimiter: string): string[][] {
  try {
    const rows = parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      skip_empty_lines: false,
      relax_column_count: true,
      // `="0952…"` and `5" disc` are cells that spreadsheets write without quoting them.
      relax_quotes: true,
      to: MOST_ROWS + 1,
    });
    if (rows.length > MOST_ROWS) throw fileTooLong(MOST_ROWS);
    return rows;
  } catch (error) {
    if (error instanceof CsvError) throw fileNotCsv(Number(error['records']) + 1);
    throw error;
  }
}
