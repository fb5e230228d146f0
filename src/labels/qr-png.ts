import { blackAndWhitePng, strideOf } from './png.ts';
import { QUIET_ZONE, type QrMatrix } from './qr.ts';

export interface QrPngOptions {
  /** Printer dots or screen pixels a module: a whole number, so that no module is ever scaled. */
  readonly dotsPerModule: number;
  /** Written into the file, so that a page layout places it at its true size. */
  readonly dotsPerInch?: number;
}

/** The code with its quiet zone as a black-and-white PNG: under 1 kB. */
export function qrPng(matrix: QrMatrix, { dotsPerModule, dotsPerInch }: QrPngOptions): Buffer {
  if (!Number.isInteger(dotsPerModule) || dotsPerModule < 1 || dotsPerModule > 64) {
    throw new RangeError(`dots per module must be a whole number from 1 to 64, not ${dotsPerModule}`);
  }
  const side = (matrix.size + 2 * QUIET_ZONE) * dotsPerModule;
  return blackAndWhitePng(side, side, scanLines(matrix, side, dotsPerModule), dotsPerInch);
}

/** Lines of `filter byte, pixels`: all white, then the runs cut out. */
function scanLines(matrix: QrMatrix, side: number, dots: number): Buffer {
  const stride = strideOf(side);
  const lines = Buffer.alloc(side * stride, 0xff);
  for (let y = 0; y < side; y++) lines[y * stride] = 0;
  matrix.eachRun((row, column, length) => {
    const top = (row + QUIET_ZONE) * dots * stride + 1;
    const from = (column + QUIET_ZONE) * dots;
    for (let x = from; x < from + length * dots; x++) lines[top + (x >> 3)]! &= ~(0x80 >> (x & 7));
  });
  // Every module is as high as it is wide: repeat its first line.
  for (let y = QUIET_ZONE * dots; y < side - QUIET_ZONE * dots; y++) {
    const first = y - (y % dots);
    if (first !== y) lines.copyWithin(y * stride, first * stride, (first + 1) * stride);
  }
  return lines;
}
