import { array, assert, constant, integer, oneof, property } from 'fast-check';
import { label } from '../../../test/support/labels-to-print.ts';
import { qrMatrix } from '../qr.ts';
import { codeBitmap, graphicField, textBitmap, type Bitmap } from './bitmap.ts';
import { SheetFont } from './sheet-font.ts';

const isBlack = ({ rows }: Bitmap, x: number, y: number): boolean => (rows[y]![x >> 3]! & (0x80 >> (x & 7))) !== 0;

test('a module is so many dots each way, in its place', () => {
  const matrix = qrMatrix(label().text, 'M');
  const bitmap = codeBitmap(matrix, 3);
  expect([bitmap.width, bitmap.height]).toEqual([135, 135]);
  for (let y = 0; y < 135; y++) {
    for (let x = 0; x < 135; x++) {
      expect(isBlack(bitmap, x, y)).toBe(matrix.isDark(Math.floor(y / 3), Math.floor(x / 3)));
    }
  }
});

/** ZPL II Programming Guide, "Alternative Data Compression Scheme", read the other way. */
function unpacked(field: string): { bytesARow: number; hex: string } {
  const [, total, size, bytesARow, data] = /^\^GFA,(\d+),(\d+),(\d+),([^]*)$/.exec(field)!;
  expect(total).toBe(size);
  const width = 2 * Number(bytesARow);
  let [hex, row, times] = ['', '', 0];
  for (const letter of data!) {
    if (letter === ':') row = hex.slice(-width);
    else if (letter === ',') row = row.padEnd(width, '0');
    else if (letter >= 'g') times += 20 * (letter.charCodeAt(0) - 102);
    else if (letter >= 'G') times += letter.charCodeAt(0) - 70;
    else [row, times] = [row + letter.repeat(times || 1), 0];
    if (row.length === width) [hex, row] = [hex + row, ''];
  }
  expect(row).toBe('');
  expect(hex).toHaveLength(2 * Number(total));
  return { bytesARow: Number(bytesARow), hex };
}

test('a graphic field unpacks to the same dots', () => {
  const byte = oneof(constant(0), constant(0xff), integer({ min: 0, max: 255 }));
  const bitmaps = integer({ min: 1, max: 250 }).chain((bytes) =>
    array(array(byte, { minLength: bytes, maxLength: bytes }), { minLength: 1, maxLength: 6 }),
  );
  assert(
    property(bitmaps, (lines) => {
      const rows = lines.flatMap((line) => [Uint8Array.from(line), Uint8Array.from(line)]);
      const { hex } = unpacked(graphicField({ width: 8 * lines[0]!.length, height: rows.length, rows }));
      expect(hex).toBe(Buffer.concat(rows).toString('hex').toUpperCase());
    }),
  );
});

test('text is filled as its outlines say, holes and all', async () => {
  const font = new SheetFont();
  await font.prepare('口一', 'regular');
  const mouth = textBitmap(font.runs('口', 'regular'), 40);
  const ink = mouth.rows.map((_, y) => Array.from({ length: 40 }, (__, x) => isBlack(mouth, x, y)));
  expect(ink[mouth.baseline - 15]![20]).toBe(false);
  const middle = ink[mouth.baseline - 15]!;
  const strokes = middle.filter((black, x) => black && !middle[x - 1]).length;
  expect(strokes).toBe(2);
  const one = textBitmap(font.runs('一', 'regular'), 40);
  const thickness = one.rows.filter((_, y) => isBlack(one, 20, y)).length;
  expect(thickness).toBeGreaterThanOrEqual(2);
  expect(thickness).toBeLessThanOrEqual(5);
});
