import { startOf, weeksUntil } from './weeks.ts';

test.each([
  { name: 'on a Monday', now: '2026-11-23T02:00:00Z', weeks: ['2026-11-09', '2026-11-16', '2026-11-23'] },
  { name: 'on a Sunday', now: '2026-11-22T02:00:00Z', weeks: ['2026-11-02', '2026-11-09', '2026-11-16'] },
  {
    name: 'on a Monday that has not come to London yet',
    now: '2026-11-22T16:30:00Z',
    weeks: ['2026-11-09', '2026-11-16', '2026-11-23'],
  },
])('$name', ({ now, weeks }) => expect(weeksUntil(new Date(now), 3)).toEqual(weeks));

test('a day begins at the counter', () => expect(startOf('2026-11-23').toISOString()).toBe('2026-11-22T16:00:00.000Z'));
