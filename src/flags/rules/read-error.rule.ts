import type { ScanEvidence } from '../evidence.ts';
import { rule } from '../rule.ts';

/** A mangled read is the reader's trouble, never a sign against the part. */
export const readError = rule({
  id: 'C01',
  name: 'READ_ERROR',
  level: 2,
  subject: 'code',
  thresholds: {},
  check({ reading }: ScanEvidence) {
    if (reading.kind !== 'unreadable') return null;
    return { facts: { reason: reading.reason, hint: reading.hint ?? null } };
  },
  words: {
    staff: () => ({
      zh: '没有读出完整的标签，无法判断。',
      en: 'The label was not read in full, so nothing can be said about it.',
    }),
    owner: () => ({
      zh: '没有读清楚标签，这不代表零件有问题。',
      en: 'The label could not be read. That says nothing against the part.',
    }),
    next: () => ({
      zh: '擦净标签，换个角度再扫；用扫码枪时请切换到英文输入，也可以手工输入序列号。',
      en: 'Wipe the label and scan again from another angle. With a scanner, switch to English input; or type the serial.',
    }),
  },
});
