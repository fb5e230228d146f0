import type { PaceEvidence } from '../later-evidence.ts';
import { rule } from '../rule.ts';
import { mostOrdersWithin } from './pace.ts';

/**
 * One person records fittings on many orders within seconds: at a desk, with a heap of labels, and not at the cars. Judged
 * when the day's fittings are known, and told to the analyst: a technician who types up two jobs is asked for nothing.
 */
export const deskScanning = rule({
  id: 'B09',
  name: 'DESK_SCANNING',
  level: 3,
  subject: 'step',
  thresholds: { orders: 4, withinSeconds: 60 },
  check({ fittings }: PaceEvidence, { orders, withinSeconds }) {
    const count = mostOrdersWithin(fittings, withinSeconds * 1000);
    return count >= orders ? { facts: { orders: count, withinSeconds } } : null;
  },
  words: {
    staff: ({ orders, withinSeconds }) => ({
      zh: `同一人在 ${withinSeconds} 秒内为 ${orders} 张工单登记了装车。`,
      en: `One person recorded fittings on ${orders} orders within ${withinSeconds} seconds.`,
    }),
    owner: () => ({
      zh: '维修店集中补登了装车记录。',
      en: 'The workshop recorded several fittings at once.',
    }),
    next: () => ({
      zh: '了解是集中补登还是未到车旁扫码；抽查其中几辆车。',
      en: 'Find out whether they were typed up later or never read at the cars, and look at some of these cars.',
    }),
  },
});
