import type { FittingEvidence } from '../evidence.ts';
import type { Level } from '../rule.ts';
import { rule } from '../rule.ts';
import { placeOnCar } from './position.ts';

const DAY = 86_400_000;

/**
 * The same part at the same place was replaced a short while ago: the first one was bad, the second is not needed, or one of
 * them was never fitted. Only a place that both fittings name is the same
 * place, and the place of what a car has one of. A comeback that the owner does not pay is
 * the honest way to mend it.
 */
export const tooSoon = rule({
  id: 'R15',
  name: 'TOO_SOON',
  level: 3,
  subject: 'step',
  thresholds: { days: 90, km: 5_000 },
  check({ attempt, line, order, vehicle }: FittingEvidence, { days, km }) {
    const place = placeOnCar(line, attempt.position);
    const isPaid = line.payType === 'customer';
    if (place === '' || (order.parent !== null && !isPaid)) return null;
    const hit = vehicle.fittings.find((earlier) => {
      const daysAgo = (attempt.fittedAt.getTime() - earlier.fittedAt.getTime()) / DAY;
      const driven = kmBetween(earlier.odometer, attempt.odometer ?? order.odometerIn);
      const isSamePlace = placeOnCar(line, earlier.position) === place;
      return isSamePlace && daysAgo >= 0 && daysAgo < days && (driven === null || driven < km);
    });
    if (hit === undefined) return null;
    const level: Level = isPaid ? 4 : 3;
    const daysAgo = Math.floor((attempt.fittedAt.getTime() - hit.fittedAt.getTime()) / DAY);
    return {
      facts: { partNumber: line.partNumber, position: attempt.position, daysAgo, isPaid },
      level,
      line: line.line,
    };
  },
  words: {
    staff: ({ partNumber, position, daysAgo }) => ({
      zh: `同一位置${position === null ? '' : `（“${position}”）`}的 ${partNumber} 在 ${daysAgo} 天前刚换过。`,
      en: `${partNumber}${position === null ? '' : ` at “${position}”`} was replaced only ${daysAgo} days ago.`,
    }),
    owner: ({ daysAgo }) => ({
      zh: `同一位置的同样零件在 ${daysAgo} 天前刚换过，请维修店说明为什么要再换。`,
      en: `The same part at the same place was replaced ${daysAgo} days ago. Ask the workshop why it has to be replaced again.`,
    }),
    next: ({ isPaid }) =>
      isPaid
        ? {
            zh: '核对上一次更换；属于返修或质保的，不应由车主付费；确需再换，请主管说明原因。',
            en: 'Look at the last replacement. A comeback or a warranty case is not the owner’s to pay; if it has to be replaced all the same, a supervisor says why.',
          }
        : {
            zh: '核对上一次更换，并说明这次的原因。',
            en: 'Look at the last replacement and say why it is needed again.',
          },
  },
});

const kmBetween = (then: number | null, now: number | null): number | null =>
  then === null || now === null ? null : Math.max(0, now - then);
