import { quantileOf } from './quantile.ts';

const buckets = [
  { upTo: 10, count: 0 },
  { upTo: 20, count: 50 },
  { upTo: 50, count: 90 },
  { upTo: Number.POSITIVE_INFINITY, count: 100 },
];

test.each([
  { name: 'within a bucket', share: 0.25, is: 15 },
  { name: 'at a bound', share: 0.5, is: 20 },
  { name: 'in the next bucket', share: 0.7, is: 35 },
  { name: 'beyond the last bound', share: 0.95, is: 50 },
])('$name', ({ share, is }) => expect(quantileOf(buckets, share)).toBeCloseTo(is));

test('of nothing there is none', () => {
  expect(quantileOf([], 0.5)).toBeNull();
  expect(quantileOf([{ upTo: 1, count: 0 }], 0.5)).toBeNull();
});
