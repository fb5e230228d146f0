import { ValidateBy } from 'class-validator';
import { isCalendarDate } from './calendar-date.ts';

/** A field that is a day: `2026-11-23`. */
export const IsCalendarDate = () =>
  ValidateBy(
    { name: 'isCalendarDate', validator: { validate: (value) => typeof value === 'string' && isCalendarDate(value) } },
    { context: { zh: '日期，如 2026-11-23', en: 'a date such as 2026-11-23' } },
  );
