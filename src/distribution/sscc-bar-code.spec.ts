import { readFileSync } from 'node:fs';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { barCodeSvg, barsOf } from './sscc-bar-code.ts';

const MODULE_DOTS = 3;
const LINES = 90;

/** The bar code as a scanner sees it. */
function picture(sscc: string) {
  const { bars, width } = barsOf(sscc);
  const size = { width: width * MODULE_DOTS, height: LINES };
  const data = new Uint8ClampedArray(4 * size.width * size.height).fill(255);
  for (const [x, wide] of bars)
    for (let y = 0; y < LINES; y++)
      for (let dot = x * MODULE_DOTS; dot < (x + wide) * MODULE_DOTS; dot++)
        data.fill(0, 4 * (y * size.width + dot), 4 * (y * size.width + dot) + 3);
  return { ...size, data, colorSpace: 'srgb' as const };
}

beforeAll(() => {
  const wasm = Uint8Array.from(readFileSync('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm'));
  prepareZXingModule({ overrides: { wasmBinary: wasm.buffer } });
});

test.each(['095212340000000006', '106141411234567897', '395212349999999991'])('%s reads as GS1-128', async (sscc) => {
  const [found] = await readBarcodes(picture(sscc), { formats: ['Code128'] });
  expect(found).toMatchObject({ isValid: true, contentType: 'GS1', text: `(00)${sscc}` });
});

test('is drawn with its quiet zones', () => {
  expect(barCodeSvg('095212340000000006')).toMatch(/^<svg .*viewBox="0 0 176 60"/);
});
