import { QUIET_ZONE } from '../qr.ts';
import { cornerOf, fit, labelsPerPage, LEAST_MODULE_MM, TEMPLATE_NAMES, TEMPLATES } from './sheet-template.ts';
import type { Resolution, TemplateName } from './sheet-template.ts';

/** Modules a side of QR versions 7 to 10. */
const V7 = 45;
const V8 = 49;
const V9 = 53;
const V10 = 57;

const fits: readonly { name: TemplateName; size: number; resolution: Resolution; dots: number; module: number }[] = [
  { name: 'a4-24', size: V7, resolution: 300, dots: 6, module: 0.508 },
  { name: 'a4-24', size: V10, resolution: 300, dots: 5, module: 0.4233 },
  { name: 'a4-65', size: V7, resolution: 300, dots: 4, module: 0.3387 },
  { name: 'a4-65', size: V9, resolution: 300, dots: 4, module: 0.3387 },
  { name: 'roll-50x25', size: V7, resolution: 203, dots: 3, module: 0.375 },
  { name: 'roll-50x25', size: V10, resolution: 203, dots: 3, module: 0.375 },
  { name: 'roll-50x25', size: V7, resolution: 300, dots: 5, module: 0.4233 },
  { name: 'roll-50x25', size: V9, resolution: 300, dots: 4, module: 0.3387 },
  { name: 'roll-70x35', size: V7, resolution: 203, dots: 4, module: 0.5 },
  { name: 'roll-70x35', size: V10, resolution: 300, dots: 5, module: 0.4233 },
];

test.each(fits)('$name at $resolution dpi: $size modules of $dots dots', ({ name, size, resolution, dots, module }) => {
  const found = fit(TEMPLATES[name], size, resolution);
  expect(found.dotsPerModule).toBe(dots);
  expect(found.module).toBeCloseTo(module, 4);
});

describe.each(TEMPLATE_NAMES)('%s', (name) => {
  const template = TEMPLATES[name];

  test.each([V7, V8, V9])('keeps a code of %i modules, its quiet zone and the text on the label and apart', (size) => {
    const { code, module, text } = fit(template, size);
    const quiet = QUIET_ZONE * module;
    expect(module).toBeGreaterThanOrEqual(LEAST_MODULE_MM);
    expect(code.x - quiet).toBeGreaterThanOrEqual(0);
    expect(code.y - quiet).toBeGreaterThanOrEqual(0);
    expect(code.y + code.side + quiet).toBeLessThanOrEqual(template.label.height);
    expect(text.x).toBeGreaterThanOrEqual(code.x + code.side + quiet);
    expect(text.width).toBeGreaterThan(15);
    expect(text.x + text.width).toBeLessThan(template.label.width);
  });

  test('has all its labels on the page, beside each other', () => {
    const last = cornerOf(template, labelsPerPage(template) - 1);
    expect(last.x + template.label.width).toBeLessThanOrEqual(template.page.width);
    expect(last.y + template.label.height).toBeLessThanOrEqual(template.page.height);
    // Stocks are cut in the middle of the paper.
    expect(last.x + template.label.width + template.margin.left).toBeCloseTo(template.page.width, 5);
    expect(last.y + template.label.height + template.margin.top).toBeCloseTo(template.page.height, 5);
  });
});

const refused: readonly { name: TemplateName; size: number; resolution: Resolution; why: string }[] = [
  { name: 'a4-65', size: V10, resolution: 300, why: 'modules would be under 0.33 mm' },
  { name: 'a4-65', size: V8, resolution: 203, why: '3 dots of 203 dpi are too wide and 2 are too fine' },
  { name: 'roll-50x25', size: 61, resolution: 203, why: 'the quiet zone would not fit' },
];

test.each(refused)('refuses $name with $size modules at $resolution dpi: $why', ({ name, size, resolution }) => {
  expect(() => fit(TEMPLATES[name], size, resolution)).toThrow(
    expect.objectContaining({
      code: 'TEMPLATE_TOO_SMALL',
      kind: 'invalid',
      members: expect.objectContaining({ template: name }),
    }),
  );
});
