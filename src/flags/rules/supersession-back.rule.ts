import type { ScanEvidence } from '../evidence.ts';
import { rule } from '../rule.ts';
import { replacementOf } from './replacement.ts';

/** The maker replaced it for a reason; the old part is no match for the new. */
export const supersessionBack = rule({
  id: 'R04',
  name: 'SUPERSESSION_BACK',
  level: 4,
  subject: 'step',
  thresholds: {},
  check(evidence: ScanEvidence) {
    const replacement = replacementOf(evidence);
    if (replacement?.standing !== 'backward') return null;
    const { approved, scanned, path } = replacement;
    return { facts: { approved, scanned, path } };
  },
  words: {
    staff: ({ approved, scanned }) => ({
      zh: `${scanned} 是旧型号，厂家已用 ${approved} 替代，不能反过来使用。`,
      en: `${scanned} is the older part. ${approved} replaced it, and that does not work backwards.`,
    }),
    owner: ({ approved, scanned }) => ({
      zh: `工单上写的是新型号 ${approved}，扫到的是已被它替代的旧型号 ${scanned}。`,
      en: `The repair order names ${approved}; what was scanned is ${scanned}, the older part that it replaced.`,
    }),
    next: ({ approved }) => ({
      zh: `放回这个零件，改用 ${approved}。`,
      en: `Put it back and take ${approved}.`,
    }),
  },
});
