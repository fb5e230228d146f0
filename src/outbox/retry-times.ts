const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Pauses before each further attempt, as Standard Webhooks proposes them: the last attempt is some three days after the first. */
const PAUSES = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
] as const;

/** So far apart do waiting ones drift that failed at the same moment, as a share of the pause. */
const JITTER = 0.2;
const LONGEST = 24 * HOUR;

/** How long a claim keeps other servers away: longer than any attempt may take. */
export const CLAIMED_FOR = 60 * SECOND;

/**
 * When to try again after so many attempts have failed, or `null`: it is given up.
 * @param askedFor milliseconds that the receiver asked to be left alone for; a day at the most.
 */
export function nextAttempt(now: Date, attempts: number, askedFor = 0, chance = Math.random()): Date | null {
  const pause = PAUSES[attempts - 1];
  if (pause === undefined) return null;
  const jittered = pause * (1 + JITTER * (2 * chance - 1));
  return new Date(now.getTime() + Math.max(jittered, Math.min(askedFor, LONGEST)));
}
