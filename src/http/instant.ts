import { ValidateBy } from 'class-validator';

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the calendar has that day: `Date` makes the 3rd of March of a 31st of February. */
export function isDay(text: unknown): boolean {
  if (typeof text !== 'string' || !DAY.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && !text.startsWith('0000');
}

/** RFC 3339 with its offset, on a day that exists: what `new Date` and PostgreSQL read alike, wherever the server is. */
export function isInstant(text: unknown): boolean {
  return typeof text === 'string' && isDay(INSTANT.exec(text)?.[1]);
}

/** `2026-11-23T10:00:00+08:00`. Stricter than `@IsISO8601()`, which lets through what no `Date` can read. */
export const IsInstant = () =>
  ValidateBy(
    { name: 'isInstant', validator: { validate: isInstant, defaultMessage: () => 'an RFC 3339 time with its offset' } },
    {
      context: {
        zh: '带时区的 RFC 3339 时间，如 2026-11-23T10:00:00+08:00',
        en: 'an RFC 3339 time such as 2026-11-23T10:00:00+08:00',
      },
    },
  );

/** `2026-11-23`. */
export const IsDay = () =>
  ValidateBy(
    { name: 'isDay', validator: { validate: isDay, defaultMessage: () => 'a day' } },
    { context: { zh: '日期，如 2026-11-23', en: 'a day such as 2026-11-23' } },
  );
