import { nextAttempt } from './retry-times.ts';

const NOW = new Date('2026-11-23T02:00:00Z');
const HOUR = 3_600_000;
const waited = (attempts: number, askedFor?: number, chance = 0.5) =>
  (nextAttempt(NOW, attempts, askedFor, chance)?.getTime() ?? Number.NaN) - NOW.getTime();

test('ten attempts within a little more than three days, then no more', () => {
  const pauses = Array.from({ length: 9 }, (_, index) => waited(index + 1));
  const days = pauses.reduce((sum, pause) => sum + pause, 0) / (24 * HOUR);
  expect(days).toBeGreaterThan(3);
  expect(days).toBeLessThan(3.5);
  expect(nextAttempt(NOW, 10)).toBeNull();
});

test.each([
  { chance: 0, pause: 4_000 },
  { chance: 1, pause: 6_000 },
])('those that failed together do not come back together: $pause ms', ({ chance, pause }) =>
  expect(waited(1, 0, chance)).toBeCloseTo(pause),
);

test.each([
  { name: 'a receiver that asks for an hour gets it', askedFor: HOUR, pause: HOUR },
  { name: 'one that asks for less gets the usual', askedFor: 10, pause: 5_000 },
  { name: 'one that asks for a year gets a day', askedFor: 365 * 24 * HOUR, pause: 24 * HOUR },
])('$name', ({ askedFor, pause }) => expect(waited(1, askedFor)).toBe(pause));
