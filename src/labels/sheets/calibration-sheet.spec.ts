import { cutOut, inkOf, printPdf, textsOf } from '../../../test/support/paper.ts';
import { calibrationSheet } from './calibration-sheet.ts';

const pdfOf = async (name: 'a4-24' | 'a4-65'): Promise<Buffer> =>
  Buffer.concat((await (await calibrationSheet(name)).toArray()) as Buffer[]);

const dots = (mm: number): number => (mm * 300) / 25.4;

describe.each(['a4-24', 'a4-65'] as const)('%s', (name) => {
  test('its rulers measure what they say', async () => {
    const [page] = await printPdf(await pdfOf(name), 300);
    const across = inkOf(cutOut(page!, { x: 0, y: dots(200) - 1, width: dots(210), height: 2 }))!;
    // A4-24 has a frame along the paper's edges; the ruler is what lies between the margins.
    const inner = inkOf(cutOut(page!, { x: dots(10), y: dots(204), width: dots(190), height: 3 }))!;
    expect(across.width).toBeGreaterThanOrEqual(Math.floor(dots(180)));
    expect(inner.x + dots(10)).toBeCloseTo(dots(15), -1);
    expect(Math.abs(inner.width - dots(180))).toBeLessThanOrEqual(2);
    const down = inkOf(cutOut(page!, { x: dots(190.5), y: dots(15), width: dots(1), height: dots(270) }))!;
    expect(Math.abs(down.height - dots(250))).toBeLessThanOrEqual(2);
  });

  test('numbers every label and tells what to do, in both languages', async () => {
    const [text] = await textsOf(await pdfOf(name));
    const places = name === 'a4-24' ? 24 : 65;
    expect(text).toContain(String(places));
    expect(text).toContain('按实际大小');
    expect(text).toContain('Print at actual size');
  });
});

test('refuses a roll', async () => {
  await expect(calibrationSheet('roll-50x25')).rejects.toMatchObject({ code: 'TEMPLATE_NOT_A_SHEET' });
});
