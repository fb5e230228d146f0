import { calendarDateOf, isCalendarDate } from './calendar-date.ts';

test.each([
  { text: '2026-11-23', is: true },
  { text: '2028-02-29', is: true },
  { text: '2026-02-29', is: false },
  { text: '2026-13-01', is: false },
  { text: '2026-1-1', is: false },
  { text: '2026-11-23T00:00:00Z', is: false },
  { text: '', is: false },
])('$text is a date: $is', ({ text, is }) => expect(isCalendarDate(text)).toBe(is));

test('a day begins at midnight UTC', () => {
  expect(calendarDateOf(new Date('2026-11-22T23:59:59.999Z'))).toBe('2026-11-22');
  expect(calendarDateOf(new Date('2026-11-23T00:00:00.000Z'))).toBe('2026-11-23');
});
