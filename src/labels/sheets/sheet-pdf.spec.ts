import { once } from 'node:events';
import { inTurn, label, LONG, manyLabels, ODD } from '../../../test/support/labels-to-print.ts';
import { cutOut, inkOf, printPdf, readCodes, textsOf, type Picture } from '../../../test/support/paper.ts';
import { QUIET_ZONE, qrMatrix } from '../qr.ts';
import type { LabelToPrint } from './label-to-print.ts';
import { PaintPool } from './paint-pool.ts';
import { sheetPdf } from './sheet-pdf.ts';
import type { SheetOptions } from './sheet-options.ts';
import { cornerOf, fit, labelsPerPage, RESOLUTIONS, TEMPLATE_NAMES, TEMPLATES } from './sheet-template.ts';
import type { SheetTemplate } from './sheet-template.ts';

const pool = new PaintPool();
const MIXED = [...manyLabels(2), label(LONG), label(ODD), label({ host: 'PARTS.OF.A.LONG.HOST.EXAMPLE.COM' })];

async function pdfOf(labels: Iterable<LabelToPrint>, options: SheetOptions): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await sheetPdf(inTurn(labels), options, pool)) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** Every label's own piece of paper, page by page, row by row. */
function cut(pages: readonly Picture[], template: SheetTemplate, dpi: number): Picture[] {
  const dots = (mm: number): number => (mm * dpi) / 25.4;
  return pages.flatMap((page) =>
    Array.from({ length: labelsPerPage(template) }, (_, place) => {
      const { x, y } = cornerOf(template, place);
      const { width, height } = template.label;
      return cutOut(page, { x: dots(x), y: dots(y), width: Math.floor(dots(width)), height: Math.floor(dots(height)) });
    }),
  );
}

/** A roll is laid out for its printer's head; a sheet goes to whatever office printer there is. */
const printings = TEMPLATE_NAMES.flatMap((name) => RESOLUTIONS.map((printer) => ({ name, printer })));

describe.each(printings)('$name printed at $printer dpi', ({ name, printer }) => {
  const template = TEMPLATES[name];
  const resolution = template.kind === 'roll' ? printer : template.resolution;
  const dpi = printer === 203 ? 203.2 : 300;
  const count = template.kind === 'sheet' ? labelsPerPage(template) : MIXED.length;
  const labels = Array.from({ length: count }, (_, i) => MIXED[i] ?? label());
  let pieces: Picture[];

  beforeAll(async () => {
    const pdf = await pdfOf(labels, { template: name, resolution });
    pieces = cut(await printPdf(pdf, dpi), template, dpi);
  });

  test('every code reads back', async () => {
    const read: string[][] = [];
    for (const piece of pieces) read.push(await readCodes(piece));
    expect(read).toEqual(labels.map(({ text }) => [text]));
  });

  test("the quiet zone, the text's right margin and the label's edge are white", () => {
    for (const [i, piece] of pieces.entries()) {
      const { size } = qrMatrix(labels[i]!.text, 'M');
      const { code, module, dotsPerModule, text } = fit(template, size, resolution);
      const dots = (mm: number): number => Math.round((mm * dpi) / 25.4);
      const quiet = QUIET_ZONE * module;
      const side = dots(code.side + 2 * quiet);
      const ink = inkOf(
        cutOut(piece, { x: dots(code.x - quiet), y: dots(code.y - quiet), width: side, height: side }),
      )!;
      const white = [ink.x, ink.y, side - ink.x - ink.width, side - ink.y - ink.height];
      // Three dots: the code, the piece of paper and this cut-out each begin on a whole one.
      expect(Math.min(...white)).toBeGreaterThanOrEqual(dots(quiet) - 3);
      // Never scaled: every module is whole dots, on the printer that the label was laid out for.
      if (printer === resolution) expect([ink.width, ink.height]).toEqual([size * dotsPerModule, size * dotsPerModule]);
      const all = inkOf(piece)!;
      expect(all.x + all.width).toBeLessThanOrEqual(dots(text.x + text.width) + 1);
      expect(all.y).toBeGreaterThan(dots(0.8));
      expect(all.y + all.height).toBeLessThan(dots(template.label.height - 0.8));
    }
  });
});

test('says in clear text what a person needs', async () => {
  const one = label({ serial: '7Q3K9D0A2FXM' });
  for (const name of TEMPLATE_NAMES) {
    const [text] = await textsOf(await pdfOf([one], { template: name }));
    expect(text!.split(/[\r\n]+/).map((line) => line.trim())).toEqual([
      'CH-04465-02250',
      '前制动片组',
      'Brake pad set, front',
      '批次 Lot L26K01',
      '长合汽车 CHANGHE',
      '7Q3K 9D0A 2FXM',
    ]);
  }
});

test('draws every Chinese character as itself', async () => {
  const characters = Array.from('前后左右制动片组轮毂轴承总成轷');
  const labels = characters.map((character) => label({ ...label(), name: { zh: character, en: '' } }));
  const template = TEMPLATES['roll-70x35'];
  const pieces = cut(await printPdf(await pdfOf(labels, { template: template.name }), 300), template, 300);
  const { text } = fit(template, 45);
  const dots = (mm: number): number => (mm * 300) / 25.4;
  const area = { x: dots(text.x), y: dots(text.y + 3.4), width: dots(6), height: dots(5) };
  const drawn = pieces.map((piece) => Buffer.from(cutOut(piece, area).dots).toString('base64'));
  // The last is in no bundled slice: it shows the mark for a missing character, and only it may.
  expect(new Set(drawn).size).toBe(characters.length);
  expect(drawn.every((picture) => picture !== Buffer.alloc(picture.length, 255).toString('base64'))).toBe(true);
});

describe('options', () => {
  const template = TEMPLATES['a4-24'];
  const isBlank = (piece: Picture): boolean => inkOf(piece) === undefined;

  test('begins on the first free label of a used sheet', async () => {
    const labels = manyLabels(22);
    const pages = await printPdf(await pdfOf(labels, { template: 'a4-24', startAt: 5 }), 300);
    const pieces = cut(pages, template, 300);
    expect(pages).toHaveLength(2);
    expect(pieces.map(isBlank)).toEqual([...Array(4).fill(true), ...Array(22).fill(false), ...Array(22).fill(true)]);
    expect(await readCodes(pieces[4]!)).toEqual([labels[0]!.text]);
  });

  test('prints copies next to each other', async () => {
    const labels = manyLabels(3);
    const pieces = cut(
      await printPdf(await pdfOf(labels, { template: 'a4-65', copies: 2 }), 300),
      TEMPLATES['a4-65'],
      300,
    );
    const read: string[] = [];
    for (const piece of pieces.slice(0, 6)) read.push(...(await readCodes(piece)));
    expect(read).toEqual(labels.flatMap(({ text }) => [text, text]));
  });

  test('shifts the whole print', async () => {
    const labels = manyLabels(1);
    const [plain] = await printPdf(await pdfOf(labels, { template: 'a4-24' }), 300);
    const [shifted] = await printPdf(await pdfOf(labels, { template: 'a4-24', nudge: { x: 2, y: -1.5 } }), 300);
    const before = inkOf(plain!)!;
    const after = inkOf(shifted!)!;
    expect(Math.abs(after.x - before.x - (2 * 300) / 25.4)).toBeLessThanOrEqual(1);
    expect(Math.abs(after.y - before.y + (1.5 * 300) / 25.4)).toBeLessThanOrEqual(1);
  });

  test.each([true, false])('cut marks: %s', async (cutMarks) => {
    const [page] = await printPdf(await pdfOf(manyLabels(1), { template: 'a4-24', cutMarks }), 300, 250);
    const { x, y } = cornerOf(template, 13);
    const around = cutOut(page!, { x: ((x - 1) * 300) / 25.4, y: ((y - 1) * 300) / 25.4, width: 24, height: 24 });
    expect(inkOf(around) !== undefined).toBe(cutMarks);
  });
});

test('asks viewers not to scale it', async () => {
  expect((await pdfOf(manyLabels(1), { template: 'a4-24' })).toString('latin1')).toContain('/PrintScaling /None');
});

test('a run of no labels is one empty page', async () => {
  const pages = await printPdf(await pdfOf([], { template: 'a4-24' }), 72);
  expect(pages).toHaveLength(1);
  expect(inkOf(pages[0]!)).toBeUndefined();
});

describe('as a stream', () => {
  test('refuses before the first byte', async () => {
    const labels = [label({ host: 'PARTS.AND.LABELS.OF.A.LONG.HOST.EXAMPLE.COM' })];
    await expect(sheetPdf(inTurn(labels), { template: 'a4-65', ecc: 'Q' }, pool)).rejects.toMatchObject({
      code: 'TEMPLATE_TOO_SMALL',
    });
    await expect(sheetPdf(inTurn(labels), { template: 'a4-24', startAt: 25 }, pool)).rejects.toMatchObject({
      code: 'SHEET_OPTIONS_REFUSED',
    });
  });

  test('reads no further than it is read, and closes its source when it is closed', async () => {
    let read = 0;
    let isClosed = false;
    async function* endless(): AsyncGenerator<LabelToPrint> {
      try {
        for (const one = label(); ; read++) yield one;
      } finally {
        isClosed = true;
      }
    }
    const stream = await sheetPdf(endless(), { template: 'a4-24' }, pool);
    await once(stream, 'readable');
    expect(read).toBeLessThan(500);
    stream.destroy();
    await once(stream, 'close');
    expect(isClosed).toBe(true);
  });

  test('closes its source even if nobody ever read', async () => {
    let isClosed = false;
    async function* labels(): AsyncGenerator<LabelToPrint> {
      try {
        yield* manyLabels(100);
      } finally {
        isClosed = true;
      }
    }
    const stream = await sheetPdf(labels(), { template: 'a4-24' }, pool);
    stream.destroy();
    await once(stream, 'close');
    expect(isClosed).toBe(true);
  });

  test('fails when its source fails', async () => {
    async function* failing(): AsyncGenerator<LabelToPrint> {
      yield* manyLabels(200);
      throw new Error('the database is gone');
    }
    const stream = await sheetPdf(failing(), { template: 'a4-24' }, pool);
    await expect(stream.toArray()).rejects.toThrow('the database is gone');
  });
});
