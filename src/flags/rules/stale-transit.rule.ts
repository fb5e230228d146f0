import type { TransitEvidence } from '../later-evidence.ts';
import type { Level } from '../rule.ts';
import { rule } from '../rule.ts';

const DAY = 86_400_000;

/** Nobody has received it for weeks: lost, stolen, or received without a record. */
export const staleTransit = rule({
  id: 'K09',
  name: 'STALE_TRANSIT',
  level: 3,
  subject: 'step',
  thresholds: { noteDays: 14, warnDays: 30 },
  check({ now, shippedAt, reference, units }: TransitEvidence, { noteDays, warnDays }) {
    const days = Math.floor((now.getTime() - shippedAt.getTime()) / DAY);
    if (days < noteDays) return null;
    const level: Level = days < warnDays ? 1 : 3;
    return { facts: { days, units, reference }, level };
  },
  words: {
    staff: ({ days, units }) => ({
      zh: `有 ${units} 件发出 ${days} 天后仍未收货。`,
      en: `${units} of the units shipped ${days} days ago have not been received.`,
    }),
    owner: () => ({ zh: '这批零件仍在途中。', en: 'These parts are still on their way.' }),
    next: () => ({
      zh: '向承运方和收货方查询；找不到的，登记为遗失。',
      en: 'Ask the carrier and the consignee. What cannot be found is reported as missing.',
    }),
  },
});
