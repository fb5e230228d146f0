import { satisfactionOfMany, satisfactionPercent } from './satisfaction.ts';

test.each([
  { name: 'as expected', expected: 4, received: 4, percent: 100 },
  { name: 'less', expected: 5, received: 3, percent: 60 },
  { name: 'more', expected: 3, received: 5, percent: 166.7 },
  { name: 'the least', expected: 5, received: 1, percent: 20 },
  { name: 'of sums', expected: 17, received: 15, percent: 88.2 },
  { name: 'of nobody', expected: 0, received: 0, percent: null },
])('$name', ({ percent, ...said }) => expect(satisfactionPercent(said)).toBe(percent));

test.each([
  { answers: 4, percent: null },
  { answers: 5, percent: 80 },
])('of $answers owners, to others: $percent', ({ answers, percent }) =>
  expect(satisfactionOfMany({ expected: 20, received: 16 }, answers)).toBe(percent),
);
