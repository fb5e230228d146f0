import type { Sharp } from 'sharp';
import { PictureTooManyPixels, PictureUnreadable } from './old-part-photos.refusals.ts';

/** An upright JPEG of bounded size with nothing in it but what it shows: no place, no device, no name. */
export interface Picture {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

const LONGEST_SIDE = 1280;
const QUALITY = 78;
/** As many as most phones take. Each costs memory, and a file of a few kilobytes may claim a thousand times that. */
export const MOST_PIXELS = 25_000_000;
const MOST_SECONDS = 10;
const LOADERS = ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'];

/**
 * Draws what was sent anew (decision 0017). JPEG, PNG and WebP are read, whatever their sender calls them.
 * @throws PictureUnreadable @throws PictureTooManyPixels
 */
export async function pictureOf(sent: unknown): Promise<Picture> {
  if (!Buffer.isBuffer(sent)) throw new PictureUnreadable();
  const open = await opener();
  const { width, height } = await reading(() => open(sent).metadata());
  if (width * height > MOST_PIXELS) throw new PictureTooManyPixels(MOST_PIXELS);
  const { data, info } = await reading(() => drawn(open(sent)));
  return { bytes: data, width: info.width, height: info.height };
}

/** Only what is seen is taken over: sharp writes no metadata unless it is asked to. */
const drawn = (image: Sharp) =>
  image
    .timeout({ seconds: MOST_SECONDS })
    .autoOrient()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .jpeg({ quality: QUALITY })
    .toBuffer({ resolveWithObject: true });

/** Whatever sharp has to say against a file, the caller can do one thing about it: send another. */
async function reading<Result>(read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch {
    throw new PictureUnreadable();
  }
}

type Opener = (sent: Buffer) => Sharp;
let loaded: Promise<Opener> | undefined;

/** The library is loaded with the first photo. Of the dozens of formats that it knows, all but ours are closed. */
const opener = (): Promise<Opener> =>
  (loaded ??= import('sharp').then(({ default: sharp }) => {
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({ operation: LOADERS });
    // Uploads are few: what one of them costs is not kept for the next, and leaves the other core to those who scan.
    sharp.cache(false);
    sharp.concurrency(1);
    // Phones end their files with bytes that are no picture’s: only what cannot be shown is refused.
    return (sent) => sharp(sent, { failOn: 'error', limitInputPixels: false });
  }));
