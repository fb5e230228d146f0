import { hasDecimals } from './decimals.ts';

test.each([
  { value: 30.27, most: 6, fits: true },
  { value: -179.123456, most: 6, fits: true },
  { value: 0, most: 0, fits: true },
  { value: 1e21, most: 2, fits: true },
  { value: 1.005, most: 2, fits: false },
  { value: 5e-324, most: 6, fits: false },
  { value: 1e-7, most: 6, fits: false },
  { value: Infinity, most: 6, fits: false },
  { value: Number.NaN, most: 6, fits: false },
  { value: '1.5', most: 2, fits: false },
])('$value in $most decimals: $fits', ({ value, most, fits }) => expect(hasDecimals(value, most)).toBe(fits));
