import type { ComplaintEvidence } from '../later-evidence.ts';
import type { Level } from '../rule.ts';
import { rule } from '../rule.ts';

const DAY = 86_400_000;

/** The owner asked, and the day until which somebody must have answered has passed. Later it becomes the maker's matter. */
export const complaintLate = rule({
  id: 'U04',
  name: 'COMPLAINT_LATE',
  level: 4,
  subject: 'order',
  thresholds: { escalateDays: 3 },
  check({ now, number, dueAt }: ComplaintEvidence, { escalateDays }) {
    const days = (now.getTime() - dueAt.getTime()) / DAY;
    if (days <= 0) return null;
    const isEscalated = days >= escalateDays;
    const level: Level = isEscalated ? 4 : 3;
    return { facts: { case: number, daysLate: Math.floor(days), isEscalated }, level };
  },
  words: {
    staff: ({ case: number, daysLate }) => ({
      zh: `${number} 的答复期限已过${daysLate > 0 ? ` ${daysLate} 天` : ''}，车主还没有得到答复。`,
      en: `${number} is overdue${daysLate > 0 ? ` by ${daysLate} days` : ''}: the owner has had no answer.`,
    }),
    owner: ({ isEscalated }) =>
      isEscalated
        ? {
            zh: '维修店没有按时答复您，厂家已接手。',
            en: 'The workshop has not answered you in time. The maker has been told.',
          }
        : { zh: '维修店还没有按时答复您。', en: 'The workshop has not answered you in time yet.' },
    next: () => ({ zh: '请立即答复车主并登记回访。', en: 'Answer the owner now and record the call.' }),
  },
});
