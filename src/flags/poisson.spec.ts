import { poissonInterval } from './poisson.ts';

/** Exact limits from tables (Garwood 1936). */
test.each([
  { count: 0, low: 0, high: 3.69 },
  { count: 1, low: 0.025, high: 5.57 },
  { count: 5, low: 1.62, high: 11.67 },
  { count: 10, low: 4.8, high: 18.39 },
  { count: 100, low: 81.36, high: 121.63 },
])('$count seen: between $low and $high', ({ count, low, high }) => {
  const interval = poissonInterval(count);
  expect(Math.abs(interval.low - low)).toBeLessThan(0.1);
  expect(Math.abs(interval.high - high)).toBeLessThan(0.1);
});
