export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;

/** Midnight in Shanghai before the first day of every simulated country: a Monday. */
export const BEGINNING = Date.parse('2026-03-01T16:00:00Z');

/** Days before the workshops open, in which the first parts are made and sent. */
const PRELUDE_DAYS = 4;
export const OPENING = BEGINNING + PRELUDE_DAYS * DAY;

/** `hour` o'clock in China on day `day` after the opening. */
export const onDay = (day: number, hour: number): number => OPENING + day * DAY + hour * HOUR;
export const iso = (at: number): string => new Date(at).toISOString();
