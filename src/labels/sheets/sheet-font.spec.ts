import { SheetFont } from './sheet-font.ts';

const ALL = '前制动片组后外视镜总成右起动蓄电池水泵旧号毂轫辊轭鬯';

async function prepared(text: string): Promise<SheetFont> {
  const font = new SheetFont();
  await font.prepare(text, 'regular');
  await font.prepare(text, 'bold');
  return font;
}

test.each(['regular', 'bold'] as const)('has the characters of part names, common and rare: %s', async (weight) => {
  const font = await prepared(ALL);
  const runs = font.runs(ALL, weight);
  expect(runs.map(({ text }) => text).join('')).toBe(ALL);
  expect(font.width(ALL, weight)).toBeCloseTo(Array.from(ALL).length, 6);
});

test("sets the printers' mark for what it lacks", async () => {
  const font = await prepared('a😀\uE000轷');
  expect(
    font
      .runs('a😀\uE000轷', 'regular')
      .map(({ text }) => text)
      .join(''),
  ).toBe('a〓〓〓');
});

test('a run ends where the slice ends, and runs are as wide as the whole', async () => {
  const text = 'Lot 批次 L26';
  const font = await prepared(text);
  const runs = font.runs(text, 'regular');
  expect(runs.length).toBeGreaterThan(1);
  expect(runs.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(font.width(text, 'regular'), 9);
  for (const [i, run] of runs.entries()) expect(run.face).not.toBe(runs[i + 1]?.face);
});

test('tells a caller that forgot to prepare', () => {
  expect(() => new SheetFont().width('片', 'bold')).toThrow('no glyph was prepared');
});
