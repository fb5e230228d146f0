import { ready } from 'zpl-renderer-js';
import { inTurn, label, LONG, manyLabels, ODD } from '../../../test/support/labels-to-print.ts';
import { cutOut, inkOf, pictureOf, readCodes, type Picture } from '../../../test/support/paper.ts';
import { qrMatrix } from '../qr.ts';
import type { LabelToPrint } from './label-to-print.ts';
import { PaintPool } from './paint-pool.ts';
import type { SheetOptions } from './sheet-options.ts';
import { fit, RESOLUTIONS, TEMPLATES } from './sheet-template.ts';
import { sheetZpl } from './sheet-zpl.ts';

const pool = new PaintPool();
const MIXED = [...manyLabels(2), label(LONG), label(ODD), label({ host: 'PARTS.OF.A.LONG.HOST.EXAMPLE.COM' })];
const ROLLS = [
  { name: 'roll-50x25', width: { 203: 400, 300: 591 }, height: { 203: 200, 300: 295 } },
  { name: 'roll-70x35', width: { 203: 560, 300: 827 }, height: { 203: 280, 300: 413 } },
] as const;

async function zplOf(labels: Iterable<LabelToPrint>, options: SheetOptions): Promise<string> {
  const chunks = await (await sheetZpl(inTurn(labels), options, pool)).toArray();
  return Buffer.concat(chunks as Buffer[]).toString('latin1');
}

async function print(zpl: string, name: (typeof ROLLS)[number]['name'], resolution: 203 | 300): Promise<Picture[]> {
  const { api } = await ready;
  const { width, height } = TEMPLATES[name].label;
  const pictures = await api.zplToBase64MultipleAsync(zpl, width, height, resolution === 203 ? 8 : 12);
  return pictures.map((png) => pictureOf(Buffer.from(png, 'base64')));
}

const printings = ROLLS.flatMap((roll) => RESOLUTIONS.map((resolution) => ({ ...roll, resolution })));

describe.each(printings)('$name at $resolution dpi', ({ name, resolution, width, height }) => {
  const template = TEMPLATES[name];
  let zpl: string;
  let pictures: Picture[];
  beforeAll(async () => {
    zpl = await zplOf(MIXED, { template: name, resolution });
    pictures = await print(zpl, name, resolution);
  });

  test('every code reads back', async () => {
    const read: string[][] = [];
    for (const picture of pictures) read.push(await readCodes(picture));
    expect(read).toEqual(MIXED.map(({ text }) => [text]));
  });

  test('tells the printer how large the label is', () => {
    expect(zpl.match(/\^PW\d+\^LL\d+/g)).toEqual(MIXED.map(() => `^PW${width[resolution]}^LL${height[resolution]}`));
  });

  test('keeps text off the code and on the label', () => {
    for (const [i, picture] of pictures.entries()) {
      const { code, dotsPerModule, text } = fit(template, qrMatrix(MIXED[i]!.text, 'M').size, resolution);
      const dots = (mm: number): number => (mm * width[resolution]) / template.label.width;
      // The renderer counts 12 dots to a millimetre where a 300 dpi head has 11.8, and centres what it is told is narrower.
      const left = Math.floor((picture.width - width[resolution]) / 2);
      const ink = inkOf(picture)!;
      expect(ink.x - left).toBe(Math.round(dots(code.x)));
      expect(ink.x + ink.width - left).toBeLessThanOrEqual(dots(text.x + text.width) + 2);
      const quiet = { x: ink.x + Math.round(dots(code.side)), y: 0, width: 4 * dotsPerModule, height: picture.height };
      expect(inkOf(cutOut(picture, quiet))).toBeUndefined();
    }
  });
});

test('no name can give the printer an order', async () => {
  const zpl = await zplOf([label(ODD), label({ ...ODD, serial: '^XZ~HS_\\Ş000' })], { template: 'roll-50x25' });
  const commands = zpl.match(/[\^~][A-Z][A-Z0-9]/g)!;
  expect([...new Set(commands)].toSorted()).toEqual([
    '^A0',
    '^FD',
    '^FH',
    '^FO',
    '^FS',
    '^FT',
    '^GF',
    '^LH',
    '^LL',
    '^PQ',
    '^PW',
    '^XA',
    '^XZ',
  ]);
  expect(zpl.match(/\^XZ/g)).toHaveLength(2);
  expect(zpl).toContain('^FD_5EXZ_7E HS_5F_5C ?000^FS');
});

test("copies are the printer's to make", async () => {
  const zpl = await zplOf(manyLabels(2), { template: 'roll-70x35', copies: 3 });
  expect(zpl.match(/\^PQ\d+/g)).toEqual(['^PQ3', '^PQ3']);
});

test('shifts the whole print', async () => {
  const labels = manyLabels(1);
  const options = { template: 'roll-50x25' } as const;
  const [plain] = await print(await zplOf(labels, options), 'roll-50x25', 203);
  const [shifted] = await print(await zplOf(labels, { ...options, nudge: { x: 1, y: -1 } }), 'roll-50x25', 203);
  const [before, after] = [inkOf(plain!)!, inkOf(shifted!)!];
  expect([after.x - before.x, after.y - before.y]).toEqual([8, -8]);
});

test('refuses a sheet, and a code too large for its label, before the first byte', async () => {
  await expect(zplOf(manyLabels(1), { template: 'a4-24' })).rejects.toMatchObject({ code: 'TEMPLATE_NOT_FOR_ZPL' });
  const long = [label({ host: 'PARTS.AND.LABELS.OF.QUITE.AN.UNUSUALLY.LONG.HOST.NAME.EXAMPLE.COM' })];
  await expect(zplOf(long, { template: 'roll-50x25', ecc: 'Q' })).rejects.toMatchObject({ code: 'TEMPLATE_TOO_SMALL' });
});
