/** From very little to very much. */
export const SATISFACTION_SCALE = [1, 2, 3, 4, 5] as const;

/** What an owner expected of the service, and what was received; each on the scale. */
export interface Satisfaction {
  readonly expected: number;
  readonly received: number;
}

/**
 * Received ÷ expected × 100, to a tenth of a percent; above 100 it was more than was expected. Of many answers: of their
 * sums. Null where nobody has answered.
 */
export const satisfactionPercent = ({ expected, received }: Satisfaction): number | null =>
  expected === 0 ? null : Math.round((received / expected) * 1000) / 10;

/** With fewer answers than this, figures would be about persons. */
const LEAST_ANSWERS = 5;

/** As it may be told to whoever did not do the work: null until enough owners have answered. */
export const satisfactionOfMany = (sums: Satisfaction, answers: number): number | null =>
  answers < LEAST_ANSWERS ? null : satisfactionPercent(sums);
