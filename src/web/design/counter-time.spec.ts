import { counterTimeOf, endOf, instantOf } from './counter-time.ts';

test.each([
  { name: 'morning', typed: '2026-11-23T10:00', instant: '2026-11-23T02:00:00.000Z' },
  {
    name: 'after midnight it is still yesterday in UTC',
    typed: '2026-11-23T00:30',
    instant: '2026-11-22T16:30:00.000Z',
  },
])('$name', ({ typed, instant }) => {
  expect(new Date(instantOf(typed)).toISOString()).toBe(instant);
  expect(counterTimeOf(new Date(instant))).toBe(typed);
});

test('some browsers send seconds too', () =>
  expect(instantOf('2026-11-23T10:00:59')).toBe('2026-11-23T10:00:00+08:00'));

test('a day ends at the counter', () =>
  expect(new Date(endOf('2026-11-23')).toISOString()).toBe('2026-11-23T15:59:59.000Z'));
