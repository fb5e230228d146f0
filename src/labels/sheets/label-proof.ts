import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { blackAndWhitePng, strideOf } from '../png.ts';
import type { LabelToPrint } from './label-to-print.ts';
import type { PaintPool } from './paint-pool.ts';
import { planSheet, type SheetOptions } from './sheet-options.ts';
import { sheetPdf } from './sheet-pdf.ts';
import { cornerOf } from './sheet-template.ts';

/** One label as a printer prints it, and what a reader that is not ours reads from that print. */
export interface LabelProof {
  readonly png: Buffer;
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
  /** The reader found one code on the label, and it says exactly what was to be printed. */
  readonly isReadAsPrinted: boolean;
}

/** Dots of one piece of a print: 0 is black, 255 white. */
interface Print {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;
}

/**
 * Prints one label on the place where the sheet begins, as black and white dots of the print head, and reads it back.
 * @throws SheetOptionsRefused, TemplateTooSmall
 */
export async function proofOf(label: LabelToPrint, options: SheetOptions, pool: PaintPool): Promise<LabelProof> {
  const { template, resolution, skip } = planSheet(options);
  const pdf = await sheetPdf(only(label), { ...options, copies: 1 }, pool);
  const page = await printed(Buffer.concat((await pdf.toArray()) as Buffer[]), resolution);
  const dots = (mm: number) => Math.round((mm * resolution) / 25.4);
  const { x, y } = cornerOf(template, skip);
  const { width, height } = template.label;
  const print = cutOut(page, { x: dots(x), y: dots(y), width: dots(width), height: dots(height) });
  const read = await codesOn(print);
  return {
    png: pngOf(print, resolution),
    width,
    height,
    isReadAsPrinted: read.length === 1 && read[0] === label.text,
  };
}

async function* only(label: LabelToPrint): AsyncGenerator<LabelToPrint> {
  yield label;
}

/** From here down a dot is black: a print head knows no grey. */
const DARKEST = 127;

async function printed(pdf: Uint8Array, resolution: number): Promise<Print> {
  const library = await (pdfium ??= PDFiumLibrary.init());
  const document = await library.loadDocument(pdf);
  try {
    const page = document.getPage(0);
    // Asked for a scale, the library first drops the fractions of a point, and prints a 50 mm label 0.5 % too small.
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const [width, height] = [
      Math.round((originalWidth * resolution) / 72),
      Math.round((originalHeight * resolution) / 72),
    ];
    const { data } = await page.render({ width, height, render: 'bitmap', colorSpace: 'Gray' });
    return { width, height, dots: data };
  } finally {
    document.destroy();
  }
}

let pdfium: ReturnType<typeof PDFiumLibrary.init> | undefined;

/** Beyond the page's edge is white: a nudge may push the print there. */
function cutOut(page: Print, area: Omit<Print, 'dots'> & { readonly x: number; readonly y: number }): Print {
  const { x, y, width, height } = area;
  const dots = new Uint8Array(width * height).fill(255);
  for (let row = 0; row < height && y + row < page.height; row++) {
    const line = page.dots.subarray(
      (y + row) * page.width + x,
      (y + row) * page.width + Math.min(x + width, page.width),
    );
    line.forEach((dot, at) => (dots[row * width + at] = dot <= DARKEST ? 0 : 255));
  }
  return { width, height, dots };
}

async function codesOn({ width, height, dots }: Print): Promise<string[]> {
  prepareReader();
  const colours = new Uint32Array(dots.length);
  dots.forEach((dot, at) => (colours[at] = dot === 0 ? 0xff000000 : 0xffffffff));
  const data = new Uint8ClampedArray(colours.buffer);
  const found = await readBarcodes({ data, width, height, colorSpace: 'srgb' }, { formats: ['QRCode'] });
  return found.filter(({ isValid }) => isValid).map(({ text }) => text);
}

let isPrepared = false;
function prepareReader(): void {
  if (isPrepared) return;
  // By itself it would ask for its program over the network.
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  const wasm = Uint8Array.from(readFileSync(file));
  prepareZXingModule({ overrides: { wasmBinary: wasm.buffer } });
  isPrepared = true;
}

function pngOf({ width, height, dots }: Print, resolution: number): Buffer {
  const stride = strideOf(width);
  const lines = Buffer.alloc(height * stride);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (dots[y * width + x] !== 0) lines[y * stride + 1 + (x >> 3)]! |= 0x80 >> (x & 7);
    }
  }
  return blackAndWhitePng(width, height, lines, resolution);
}
