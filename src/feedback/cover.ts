/** What was promised. Whichever ends first ends the cover; null: no end of that kind. */
export interface CoverTerms {
  readonly months?: number | null;
  readonly days?: number | null;
  readonly km: number | null;
}

/** How long it lasts, and what is left of it. */
export interface Cover {
  /** The last day, `2028-11-23`. */
  readonly until: string | null;
  /** The reading of the odometer at which it ends. */
  readonly untilKm: number | null;
  /** Whole days from today to the last day: 0 on that day, below when it is over. */
  readonly daysLeft: number | null;
}

/** When a cover begins: the moment, and the odometer where somebody read it. */
export interface CoverBegins {
  readonly at: Date;
  readonly odometer: number | null;
}

const DAY = 86_400_000;

/** Days begin at midnight in China, where the workshops are. */
const CHINA = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
/** `2026-11-23` */
export const dayInChina = (at: Date): string => CHINA.format(at);

export function coverOf({ months, days, km }: CoverTerms, { at, odometer }: CoverBegins, now: Date): Cover {
  const begins = dayInChina(at);
  const until = months != null ? monthsLater(begins, months) : days != null ? daysLater(begins, days) : null;
  return {
    until,
    untilKm: km === null || odometer === null ? null : odometer + km,
    daysLeft: until === null ? null : daysBetween(dayInChina(now), until),
  };
}

/** The same day so many months later; the last of the month where that day does not exist. `2027-02-28`. */
export function monthsLater(from: string, months: number): string {
  const date = new Date(from);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return dateOf(date.getTime());
}

const daysLater = (from: string, days: number): string => dateOf(Date.parse(from) + days * DAY);
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;
const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
