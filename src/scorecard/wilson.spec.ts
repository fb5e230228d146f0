import { wilsonInterval } from './wilson.ts';

/** As Newcombe 1998 (Statistics in Medicine 17, table I, method 3) has them. */
test.each([
  { part: 81, whole: 263, low: 0.2553, high: 0.3662 },
  { part: 15, whole: 148, low: 0.0624, high: 0.1605 },
  { part: 0, whole: 20, low: 0, high: 0.1611 },
  { part: 1, whole: 29, low: 0.0061, high: 0.1718 },
])('$part of $whole', ({ part, whole, low, high }) => {
  const found = wilsonInterval(part, whole);
  expect(found.low).toBeCloseTo(low, 4);
  expect(found.high).toBeCloseTo(high, 4);
});
