/** What people type and read is the time at the workshop’s counter (formats.ts). China has no summer time. */
const OFFSET = '+08:00';
const OFFSET_MILLISECONDS = 8 * 3_600_000;

/** `2026-11-23T10:00`, as a browser sends a local time → the instant, RFC 3339. */
export const instantOf = (counterTime: string): string => `${counterTime.slice(0, 16)}:00${OFFSET}`;

/** The last moment of a day, `2026-11-23`, at the counter. */
export const endOf = (day: string): string => `${day}T23:59:59${OFFSET}`;

/** The instant → `2026-11-23T10:00`, as a browser takes a local time. */
export const counterTimeOf = (at: Date): string =>
  new Date(at.getTime() + OFFSET_MILLISECONDS).toISOString().slice(0, 16);
