import { prepareZXingModule, purgeZXingModule, readBarcodes } from 'zxing-wasm/reader';
// Served by us: no page of ours asks a stranger for anything.
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { normalVin } from '../../../kernel/vin.ts';

/** Loads the reader itself. Refused where it cannot be had, and then it may be tried again. */
export async function loadReader(): Promise<void> {
  try {
    await prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true });
  } catch (error) {
    purgeZXingModule();
    throw error;
  }
}

/** `labels`: our QR codes alone, several times as quick. `all`: also what is on cartons, and what carries the VIN at a car. */
export type Look = 'labels' | 'all';

const FORMATS = {
  labels: ['QRCode'],
  all: ['QRCode', 'DataMatrix', 'Code128', 'Code39'],
} as const satisfies Record<Look, readonly string[]>;

/** The code nearest to the middle of the picture: on a sheet of labels, the one that is aimed at. `null`: none. */
export async function readBarcode(image: ImageData, look: Look): Promise<string | null> {
  const found = await readBarcodes(image, { formats: [...FORMATS[look]], maxNumberOfSymbols: 9 });
  const [nearest] = found
    .filter(({ isValid, text, symbology }) => isValid && text !== '' && (symbology !== 'Code39' || isVin(text)))
    .map(({ text, position: { topLeft, bottomRight } }) => ({
      text,
      away: Math.hypot(topLeft.x + bottomRight.x - image.width, topLeft.y + bottomRight.y - image.height),
    }))
    .sort((one, other) => one.away - other.away);
  return nearest?.text ?? null;
}

/** Code 39 has no check digit: stripes that are none often read as a few letters, and nothing but VINs uses it here. */
const isVin = (text: string): boolean => normalVin(text.replace(/^I/, '')) !== null;
