import { counterTimeOf, instantOf } from '../design/counter-time.ts';

const DAY = 86_400_000;

/** The Mondays on which the last `count` weeks began at the workshop’s counter, this week’s last: `2026-11-23`. */
export function weeksUntil(now: Date, count: number): string[] {
  const today = new Date(`${counterTimeOf(now).slice(0, 10)}T00:00:00Z`);
  const monday = today.getTime() - ((today.getUTCDay() + 6) % 7) * DAY;
  return Array.from({ length: count }, (_, index) => dayOf(monday - (count - 1 - index) * 7 * DAY));
}

/** The instant at which a day began at the counter. */
export const startOf = (day: string): Date => new Date(instantOf(`${day}T00:00`));

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
