import { COLOURS, contrast, READ_ON } from './colours.ts';

test.each([
  { name: 'black on white', one: '#000000', other: '#ffffff', ratio: 21 },
  { name: 'a colour on itself', one: '#7d4a00', other: '#7d4a00', ratio: 1 },
  { name: 'the grey that WCAG names as just enough', one: '#767676', other: '#ffffff', ratio: 4.54 },
])('contrast of $name', ({ one, other, ratio }) => expect(contrast(one, other)).toBeCloseTo(ratio, 2));

describe.each(['light', 'dark'] as const)('%s', (scheme) => {
  test.each(READ_ON)('%s can be read on %s', (ink, ground, least) => {
    expect(contrast(COLOURS[scheme][ink], COLOURS[scheme][ground])).toBeGreaterThanOrEqual(least);
  });
});
