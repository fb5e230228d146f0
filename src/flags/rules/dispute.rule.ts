import type { AnswerEvidence } from '../later-evidence.ts';
import { rule } from '../rule.ts';

/** The owner was there: not fitted, never saw the old part, another class. Price and consent are complaints and no finding. */
export const dispute = rule({
  id: 'U01',
  name: 'DISPUTE',
  level: 4,
  subject: 'order',
  thresholds: {},
  check({ reason, line }: AnswerEvidence) {
    if (reason !== 'not_fitted' && reason !== 'old_part_not_shown' && reason !== 'wrong_class') return null;
    return { facts: { reason }, ...(line === null ? {} : { line }) };
  },
  words: {
    staff: ({ reason }) => STAFF[reason],
    owner: () => ({ zh: '您对这一项提出了异议。', en: 'You have disputed this.' }),
    next: () => ({
      zh: '在期限内答复车主并登记回访；附上照片、旧件或领料记录。',
      en: 'Answer the owner in time and record the call. Add photos, the old part or the issue from stock.',
    }),
  },
});

const STAFF = {
  not_fitted: { zh: '车主认为零件没有装上。', en: 'The owner says that the part was not fitted.' },
  old_part_not_shown: { zh: '车主没有见到旧件。', en: 'The owner never saw the old part.' },
  wrong_class: {
    zh: '车主认为零件类别与账单不符。',
    en: 'The owner says that the part is of another class than billed.',
  },
} as const;
