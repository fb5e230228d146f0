import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { LabelToPrint } from './label-to-print.ts';

const COLUMNS = ['serial', 'gtin', 'lot', 'partNumber', 'code'] as const;

/**
 * Labels as CSV (RFC 4180, UTF-8), for a printing house or a printer's own designer program.
 * A value that a spreadsheet would run as a formula is quoted with an apostrophe; no value that Truepart makes begins so.
 */
export function sheetCsv(labels: AsyncIterable<LabelToPrint>): Readable {
  const rows = stringify({ header: true, columns: [...COLUMNS], escape_formulas: true, record_delimiter: 'windows' });
  // Errors arrive at the reader of the rows, which pipeline destroys with them.
  return pipeline(Readable.from(records(labels)), rows, () => undefined);
}

async function* records(labels: AsyncIterable<LabelToPrint>): AsyncGenerator<Record<(typeof COLUMNS)[number], string>> {
  for await (const { serial, gtin, lot, partNumber, text } of labels) {
    yield { serial, gtin, lot: lot ?? '', partNumber, code: text };
  }
}
