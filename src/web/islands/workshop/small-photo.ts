import { pictureIn } from '../scanning/photo.ts';

/** Enough to tell a worn part by, little enough for a bad network: some 200 kB. */
const LONGEST_SIDE = 1280;
const QUALITY = 0.8;

/** A photo as it is sent: small, and without the place and the device that its file tells. `null`: it is no picture. */
export async function smallPhoto(file: Blob): Promise<Blob | null> {
  const image = await pictureIn(file);
  if (!image) return null;
  const { naturalWidth: width, naturalHeight: height } = image;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
}
