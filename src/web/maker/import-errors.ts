import { stringify } from 'csv-stringify/sync';
import { columnNamed } from '../../catalogue/catalogue-columns.ts';
import type { RowFault } from '../../catalogue/catalogue-sheet.ts';

/**
 * What is wrong with a file, for whoever mends it in a spreadsheet: one line an error, in both languages. It begins with a
 * byte order mark, or Excel would not know it for UTF-8.
 */
export function errorsCsv(faults: readonly RowFault[]): string {
  const rows = faults.map(({ row, column, value, words }) => {
    const heading = column === null ? null : columnNamed(column).words;
    return [String(row), heading?.zh ?? '', heading?.en ?? '', value, words.zh, words.en];
  });
  const headings = ['行 row', '列', 'column', '内容 value', '错误', 'error'];
  return stringify([headings, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' });
}
