import { barcodeReader } from './barcode-reader.ts';
import { Pixels } from './picture.ts';

/** Small first, which is quick and forgives blur; then large, for a label that is far away. */
const SIZES = [1200, 2800];

/** The code on a photo; `null` where there is none, or where the file is no picture. */
export async function readPhoto(file: Blob): Promise<string | null> {
  const image = await pictureIn(file);
  if (!image) return null;
  const read = await barcodeReader();
  const pixels = new Pixels();
  const whole = { x: 0, y: 0, width: image.naturalWidth, height: image.naturalHeight };
  for (const size of SIZES) {
    const text = await read(pixels.of(image, whole, size), 'all');
    if (text !== null) return text;
  }
  return null;
}

/** The picture in a file, upright; none where it is no picture. Safari before 15 has no `createImageBitmap`. */
export async function pictureIn(file: Blob): Promise<HTMLImageElement | undefined> {
  const address = URL.createObjectURL(file);
  const image = new Image();
  image.src = address;
  try {
    await image.decode();
    return image;
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(address);
  }
}
