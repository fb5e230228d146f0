import type { FittingEvidence } from '../evidence.ts';
import type { Hit } from '../rule.ts';
import { rule } from '../rule.ts';

const HOUR = 3_600_000;

interface Backdating {
  readonly [name: string]: boolean | number;
  readonly hoursLate: number;
  readonly isBeforeOrder: boolean;
}

/**
 * A fitting that is told long after it is said to have happened, or dated before its own order. A queue that waited a day for
 * a network is honest; a device that gives no time of its own is not judged.
 */
export const backdated = rule({
  id: 'R23',
  name: 'BACKDATED',
  level: 3,
  subject: 'step',
  thresholds: { lateHours: 48, beforeOrderHours: 24 },
  check(
    { attempt, order, recordedAt, line }: FittingEvidence,
    { lateHours, beforeOrderHours },
  ): Hit<Backdating> | null {
    const hoursLate = (recordedAt.getTime() - attempt.fittedAt.getTime()) / HOUR;
    if (hoursLate < 1) return null;
    // Workshops open an order by the day: only a day and more before it is a contradiction.
    const isBeforeOrder = order.openedAt.getTime() - attempt.fittedAt.getTime() > beforeOrderHours * HOUR;
    if (hoursLate <= lateHours && !isBeforeOrder) return null;
    return { facts: { hoursLate: Math.round(hoursLate), isBeforeOrder }, line: line.line };
  },
  words: {
    staff: ({ hoursLate, isBeforeOrder }) =>
      isBeforeOrder
        ? { zh: '登记的装车时间早于工单开立时间。', en: 'This fitting is dated before its own repair order.' }
        : {
            zh: `这次装车在约 ${hoursLate} 小时之后才登记。`,
            en: `This fitting is recorded about ${hoursLate} hours after it is said to have happened.`,
          },
    owner: () => ({
      zh: '这次更换不是当时登记的，而是后来补登的。',
      en: 'This replacement was not recorded when it was made, but later.',
    }),
    next: () => ({
      zh: '核对时间；补登的，请说明原因。',
      en: 'Check the time. If it is recorded late, say why.',
    }),
  },
});
