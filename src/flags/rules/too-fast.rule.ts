import type { PaceEvidence } from '../later-evidence.ts';
import { rule } from '../rule.ts';
import type { TimedFitting } from './pace.ts';

const MINUTE = 60_000;
/** Filters and bulbs are fitted in minutes, and nobody counts them. */
const TAKES_TIME: readonly (string | null)[] = ['safety', 'main'];

/**
 * Brakes and assemblies fitted sooner after their issue from stock than hands can, or in two cars at once. It happens to anybody
 * who forgets to record in time; only when it happens again and again on one day is it worth a look.
 */
export const tooFast = rule({
  id: 'R18',
  name: 'TOO_FAST',
  level: 3,
  subject: 'step',
  thresholds: { leastMinutes: 3, timesADay: 3 },
  check({ fittings }: PaceEvidence, { leastMinutes, timesADay }) {
    const long = fittings.filter(({ partClass }) => TAKES_TIME.includes(partClass));
    const isQuick = (fitting: TimedFitting, place: number): boolean => {
      const before = long[place - 1];
      const isTwoCars =
        before !== undefined && before.orderId !== fitting.orderId && isWithin(before.at, fitting.at, leastMinutes);
      return isTwoCars || (fitting.issuedAt !== null && isWithin(fitting.issuedAt, fitting.at, leastMinutes));
    };
    const times = long.filter(isQuick).length;
    return times >= timesADay ? { facts: { times, leastMinutes } } : null;
  },
  words: {
    staff: ({ times, leastMinutes }) => ({
      zh: `同一人一天内有 ${times} 次装车明显快于工时（不足 ${leastMinutes} 分钟）。`,
      en: `On ${times} fittings of one day the same person took less than ${leastMinutes} minutes.`,
    }),
    owner: () => ({
      zh: '登记的更换用时明显短于正常工时。',
      en: 'By the records the replacement took far less time than it needs.',
    }),
    next: () => ({
      zh: '对照工时核对这一天的装车记录，抽查其中几辆车。',
      en: 'Compare the fittings of that day with the standard times, and look at some of these cars.',
    }),
  },
});

const isWithin = (from: Date, to: Date, minutes: number): boolean => {
  const took = to.getTime() - from.getTime();
  return took >= 0 && took < minutes * MINUTE;
};
