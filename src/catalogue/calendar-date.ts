/** A day without a time, `2026-11-23`: what prices and supersessions begin and end with. Such texts sort as dates do. */
export type CalendarDate = string;

/** The day of an instant in UTC: one day line for all, so that two sites never disagree about which price was in force. */
export const calendarDateOf = (at: Date): CalendarDate => at.toISOString().slice(0, 10);

/** `2026-02-30` is shaped like a date and is none. */
export function isCalendarDate(text: string): boolean {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && calendarDateOf(at) === text;
}
