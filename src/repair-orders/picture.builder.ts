import { crc32 } from 'node:zlib';
import sharp from 'sharp';

/** What the file of `phonePhoto` says besides its picture. */
export const TOLD_BY_PHONE = ['Exif', 'TRUEPHONE', 'xmpmeta', 'Wang Fang'];

const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
 xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/" mwg-rs:Name="Wang Fang"/></rdf:RDF></x:xmpmeta>`;
const EXIF = {
  IFD0: { Make: 'TRUEPHONE' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 16/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '120/1 9/1 0/1' },
};

const area = (width: number, height: number, background: string) =>
  ({ create: { width, height, channels: 3, background } }) as const;

/**
 * As a phone held upright writes it: lying, red beside blue, with a note how to turn it. Shown upright, red is above blue.
 * It tells where it was taken, with what, and whose face is on it.
 */
export function phonePhoto(width = 300, height = 200): Promise<Buffer> {
  const half = Math.floor(width / 2);
  return sharp(area(width, height, 'red'))
    .composite([{ input: area(half, height, 'blue'), left: width - half, top: 0 }])
    .withExif(EXIF)
    .withXmp(XMP)
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

/** A few bytes that claim to be a picture of that size. */
export async function claiming(width: number, height: number): Promise<Buffer> {
  const png = await sharp(area(1, 1, 'red'))
    .png()
    .toBuffer();
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}
