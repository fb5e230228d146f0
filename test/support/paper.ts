import { readFileSync } from 'node:fs';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { PNG } from 'pngjs';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** What came out of a printer: one byte a dot, 0 is black and 255 white. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;
}

/** A piece of a picture, in dots. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Prints a PDF at `dpi` as a printer does: every dot is black or white, black from `darkest` down. */
export async function printPdf(pdf: Uint8Array, dpi: number, darkest = 127): Promise<Picture[]> {
  return onPages(pdf, async (page) => {
    // Asked for a scale, the library first drops the fractions of a point, and prints a 50 mm label 0.5 % too small.
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const [width, height] = [Math.round((originalWidth * dpi) / 72), Math.round((originalHeight * dpi) / 72)];
    const { data } = await page.render({ width, height, render: 'bitmap', colorSpace: 'Gray' });
    return {
      width,
      height,
      dots: Uint8Array.from(data.subarray(0, width * height), (dot) => (dot <= darkest ? 0 : 255)),
    };
  });
}

/** The text of every page, as copying it from a viewer gives it. */
export async function textsOf(pdf: Uint8Array): Promise<string[]> {
  return onPages(pdf, async (page) => page.getText());
}

export function pictureOf(png: Buffer): Picture {
  const { width, height, data } = PNG.sync.read(png);
  const red = new Uint8Array(width * height);
  for (let i = 0; i < red.length; i++) red[i] = data[4 * i]!;
  return { width, height, dots: inBlackAndWhite(red, 127) };
}

function inBlackAndWhite(grey: Uint8Array, darkest: number): Uint8Array {
  const dots = new Uint8Array(grey.length);
  for (let i = 0; i < grey.length; i++) dots[i] = grey[i]! <= darkest ? 0 : 255;
  return dots;
}

export function cutOut(picture: Picture, area: Area): Picture {
  const [x, y, width, height] = [area.x, area.y, area.width, area.height].map(Math.round) as [
    number,
    number,
    number,
    number,
  ];
  const dots = new Uint8Array(width * height).fill(255);
  for (let row = 0; row < height; row++) {
    const from = (y + row) * picture.width + x;
    dots.set(picture.dots.subarray(from, from + width), row * width);
  }
  return { width, height, dots };
}

/** The black dots, as their bounding box; undefined on blank paper. */
export function inkOf({ width, height, dots }: Picture): Area | undefined {
  let [left, top, right, bottom] = [width, -1, -1, -1];
  for (let y = 0; y < height; y++) {
    const row = dots.subarray(y * width, (y + 1) * width);
    const first = row.indexOf(0);
    if (first < 0) continue;
    if (top < 0) top = y;
    bottom = y;
    left = Math.min(left, first);
    right = Math.max(right, row.lastIndexOf(0));
  }
  return top < 0 ? undefined : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

/** What an independent reader finds. */
export async function readCodes({ width, height, dots }: Picture): Promise<string[]> {
  prepareReader();
  const colours = new Uint32Array(dots.length);
  for (let i = 0; i < dots.length; i++) colours[i] = dots[i] === 0 ? 0xff000000 : 0xffffffff;
  const data = new Uint8ClampedArray(colours.buffer);
  const found = await readBarcodes({ data, width, height, colorSpace: 'srgb' }, { formats: ['QRCode'] });
  return found.filter(({ isValid }) => isValid).map(({ text }) => text);
}

let isPrepared = false;
function prepareReader(): void {
  if (isPrepared) return;
  const wasm = readFileSync('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm');
  prepareZXingModule({ overrides: { wasmBinary: wasm.buffer } });
  isPrepared = true;
}

type Page = ReturnType<Awaited<ReturnType<PDFiumLibrary['loadDocument']>>['getPage']>;

async function onPages<Result>(pdf: Uint8Array, look: (page: Page) => Promise<Result>): Promise<Result[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const results: Result[] = [];
  for (const page of document.pages()) results.push(await look(page));
  document.destroy();
  library.destroy();
  return results;
}
