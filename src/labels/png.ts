import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const METRES_PER_INCH = 0.0254;

/** Bytes of one line of dots: a filter byte, then one bit a dot. */
export const strideOf = (width: number): number => 1 + Math.ceil(width / 8);

/**
 * A black-and-white PNG of one bit a dot: no shade of grey that a thermal printer would have to decide about. Written here
 * because the PNG writers at hand only know eight bits a dot.
 * @param lines `height` lines of {@link strideOf} bytes, filter byte 0 first; a bit that is set is white
 * @param dotsPerInch written into the file, so that a page layout places it at its true size
 */
export function blackAndWhitePng(width: number, height: number, lines: Buffer, dotsPerInch?: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1; // one bit a pixel, greyscale: 0 is black
  const chunks = [chunk('IHDR', header)];
  if (dotsPerInch !== undefined) chunks.push(chunk('pHYs', density(dotsPerInch)));
  chunks.push(chunk('IDAT', deflateSync(lines, { level: 9 })));
  return Buffer.concat([SIGNATURE, ...chunks, chunk('IEND', Buffer.alloc(0))]);
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
