import { prepareZXingModule, purgeZXingModule, readBarcodes } from 'zxing-wasm/reader';
// Served by us: no page of ours asks a stranger for anything.
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';

/** Loads the reader itself. Refused where it cannot be had, and then it may be tried again. */
export async function loadReader(): Promise<void> {
  try {
    await prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true });
  } catch (error) {
    purgeZXingModule();
    throw error;
  }
}

/** The code nearest to the middle of the picture: on a sheet of labels, the one that is aimed at. `null`: none. */
export async function readBarcode(image: ImageData): Promise<string | null> {
  const found = await readBarcodes(image, { formats: ['QRCode', 'DataMatrix', 'Code128'], maxNumberOfSymbols: 9 });
  const [nearest] = found
    .filter(({ isValid, text }) => isValid && text !== '')
    .map(({ text, position: { topLeft, bottomRight } }) => ({
      text,
      away: Math.hypot(topLeft.x + bottomRight.x - image.width, topLeft.y + bottomRight.y - image.height),
    }))
    .sort((one, other) => one.away - other.away);
  return nearest?.text ?? null;
}
