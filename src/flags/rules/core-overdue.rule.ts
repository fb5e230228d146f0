import type { CoreEvidence } from '../later-evidence.ts';
import type { Level } from '../rule.ts';
import { rule } from '../rule.ts';

const DAY = 86_400_000;

/** An old part that belongs to the maker, and that the workshop keeps: it can be dressed up and sold. */
export const coreOverdue = rule({
  id: 'Q05',
  name: 'CORE_OVERDUE',
  level: 3,
  subject: 'step',
  thresholds: { noteDays: 30, warnDays: 60 },
  check({ now, removedAt, serial, partNumber }: CoreEvidence, { noteDays, warnDays }) {
    const days = Math.floor((now.getTime() - removedAt.getTime()) / DAY);
    if (days < noteDays) return null;
    const level: Level = days < warnDays ? 2 : 3;
    return { facts: { serial, partNumber, days }, level };
  },
  words: {
    staff: ({ serial, partNumber, days }) => ({
      zh: `应退回的旧件 ${partNumber}（${serial}）已拆下 ${days} 天，仍未寄出。`,
      en: `The old ${partNumber} (${serial}) that goes back to the maker was taken out ${days} days ago and has not been sent.`,
    }),
    owner: () => ({ zh: '旧件尚未退回厂家。', en: 'The old part has not gone back to the maker yet.' }),
    next: () => ({ zh: '请尽快寄回旧件，或登记它的去向。', en: 'Send the old part back, or record where it is.' }),
  },
});
