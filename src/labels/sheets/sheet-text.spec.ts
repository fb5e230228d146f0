import { label, LONG, ODD } from '../../../test/support/labels-to-print.ts';
import type { LabelToPrint } from './label-to-print.ts';
import { fit, TEMPLATE_NAMES, TEMPLATES, toPoints, type TextLine } from './sheet-template.ts';
import { arrange, setLine, wordsOf, type Measure, type PlacedText } from './sheet-text.ts';

/** A plain type: Chinese characters are an em wide, all others half of one. */
const measure: Measure = (text) => Array.from(text).reduce((sum, sign) => sum + (/[^ -ÿ]/.test(sign) ? 1 : 0.5), 0);

const SIZES = [45, 49, 53];
const everywhere = TEMPLATE_NAMES.flatMap((name) => SIZES.map((size) => ({ name, size })));

describe.each(everywhere)('$name, $size modules', ({ name, size }) => {
  const template = TEMPLATES[name];
  const place = fit(template, size);
  const { text: box } = place;
  const set = (one: LabelToPrint): PlacedText[] => arrange(one, template, place, measure);

  test.each([
    { kind: 'ordinary', one: label() },
    { kind: 'long', one: label(LONG) },
    { kind: 'odd', one: label(ODD) },
    { kind: 'without lot', one: label({ lot: null }) },
  ])('no text of an $kind label leaves its box or touches another', ({ one }) => {
    const placed = set(one).toSorted((a, b) => a.y - b.y);
    expect(placed.length).toBeGreaterThanOrEqual(5);
    for (const { text, weight, size: points } of placed) {
      expect(measure(text, weight) * points).toBeLessThanOrEqual(toPoints(box.width) + 1e-6);
    }
    const mm = (points: number): number => points / toPoints(1);
    for (const [i, { y, size: points, text }] of placed.entries()) {
      const top = y - mm(points * (/[^ -ÿ]/.test(text) ? 0.87 : 0.74));
      const above = placed[i - 1];
      // Tails hang an eighth of the size below the baseline.
      expect(top).toBeGreaterThanOrEqual(above ? above.y + mm(above.size * 0.12) : box.y - 1e-6);
      expect(y).toBeLessThanOrEqual(box.y + box.height + 1e-6);
    }
  });

  test('a part number and a serial are never cut', () => {
    const texts = (field: PlacedText['field']): string =>
      set(label(LONG))
        .filter((one) => one.field === field)
        .map(({ text }) => text)
        .join('');
    expect(texts('partNumber')).toBe(LONG.partNumber);
    expect(texts('serial')).toBe('WWWW WWWW WWWW');
  });

  test('serials stand in the same place whatever the names do', () => {
    const serial = (one: LabelToPrint): number => set(one).find(({ field }) => field === 'serial')!.y;
    expect(serial(label({ ...LONG, serial: '7Q3K9D0A2FXM' }))).toBeCloseTo(serial(label()), 6);
  });
});

const line: TextLine = { field: 'nameEn', weight: 'regular', size: 10, least: 8, gap: 0 };
const settings: readonly {
  name: string;
  text: string;
  width: number;
  mayBreak: boolean;
  texts: string[];
  size: number;
}[] = [
  { name: 'fits', text: 'oil filter', width: 50, mayBreak: true, texts: ['oil filter'], size: 10 },
  { name: 'shrinks', text: 'oil filters', width: 50, mayBreak: true, texts: ['oil filters'], size: 9 },
  {
    name: 'breaks at a blank',
    text: 'engine oil filter',
    width: 50,
    mayBreak: true,
    texts: ['engine oil', 'filter'],
    size: 10,
  },
  {
    name: 'breaks after a hyphen',
    text: 'AB-CDEFGH-IJKL',
    width: 45,
    mayBreak: true,
    texts: ['AB-CDEFGH-', 'IJKL'],
    size: 9,
  },
  {
    name: 'breaks between Chinese characters',
    text: '机油滤清器总成',
    width: 50,
    mayBreak: true,
    texts: ['机油滤清器总', '成'],
    size: 8.3,
  },
  { name: 'is cut with dots', text: 'engine oil filter', width: 50, mayBreak: false, texts: ['engine oi...'], size: 8 },
  {
    name: 'is cut with an ellipsis',
    text: '机油滤清器总成',
    width: 50,
    mayBreak: false,
    texts: ['机油滤清器…'],
    size: 8,
  },
];

test.each(settings)('a text that $name', ({ text, width, mayBreak, texts, size }) => {
  expect(setLine(text, line, width, mayBreak, measure)).toEqual({ texts, size: expect.closeTo(size, 6) });
});

test.each([
  ['line ends, tabs and NUL', 'a\r\n\tb\u0000c', 'a b c'],
  ['direction marks', 'CH\u202E-1', 'CH -1'],
  ['diameter and micro signs that the font lacks', 'φ52 μm', 'ø52 µm'],
  ['Roman numerals', 'Ⅲ型', 'III型'],
])('prints %s as one plain line', (_what, given, printed) => {
  expect(wordsOf(label({ partNumber: given }), 'partNumber')).toBe(printed);
});
