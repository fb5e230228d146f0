import { crc32, deflateSync } from 'node:zlib';
import { QUIET_ZONE, type QrMatrix } from './qr.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const METRES_PER_INCH = 0.0254;

export interface QrPngOptions {
  /** Printer dots or screen pixels a module: a whole number, so that no module is ever scaled. */
  readonly dotsPerModule: number;
  /** Written into the file, so that a page layout places it at its true size. */
  readonly dotsPerInch?: number;
}

/**
 * The code with its quiet zone as a black-and-white PNG of one bit a pixel: under 1 kB, and no shade of grey that a thermal printer
 * would have to decide about. Written here because the PNG writers at hand only know eight bits a pixel.
 */
export function qrPng(matrix: QrMatrix, { dotsPerModule, dotsPerInch }: QrPngOptions): Buffer {
  if (!Number.isInteger(dotsPerModule) || dotsPerModule < 1 || dotsPerModule > 64) {
    throw new RangeError(`dots per module must be a whole number from 1 to 64, not ${dotsPerModule}`);
  }
  const side = (matrix.size + 2 * QUIET_ZONE) * dotsPerModule;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1; // one bit a pixel, greyscale: 0 is black
  const chunks = [chunk('IHDR', header)];
  if (dotsPerInch !== undefined) chunks.push(chunk('pHYs', density(dotsPerInch)));
  chunks.push(chunk('IDAT', deflateSync(scanLines(matrix, side, dotsPerModule), { level: 9 })));
  return Buffer.concat([SIGNATURE, ...chunks, chunk('IEND', Buffer.alloc(0))]);
}

/** Lines of `filter byte, pixels`: all white, then the runs cut out. */
function scanLines(matrix: QrMatrix, side: number, dots: number): Buffer {
  const stride = 1 + Math.ceil(side / 8);
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

function density(dotsPerInch: number): Buffer {
  const data = Buffer.alloc(9);
  const dotsPerMetre = Math.round(dotsPerInch / METRES_PER_INCH);
  data.writeUInt32BE(dotsPerMetre, 0);
  data.writeUInt32BE(dotsPerMetre, 4);
  data[8] = 1; // the unit is the metre
  return data;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
