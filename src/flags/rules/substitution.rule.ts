import type { ScanEvidence } from '../evidence.ts';
import { rule } from '../rule.ts';
import { replacementOf } from './replacement.ts';

/** Another part than the owner said yes to. Put back in time, it is prevented and blocks nothing. */
export const substitution = rule({
  id: 'R02',
  name: 'SUBSTITUTION',
  level: 4,
  subject: 'step',
  thresholds: {},
  check(evidence: ScanEvidence) {
    const replacement = replacementOf(evidence);
    if (replacement?.standing !== 'none') return null;
    return { facts: { approved: replacement.approved, scanned: replacement.scanned } };
  },
  words: {
    staff: ({ approved, scanned }) => ({
      zh: `工单上的零件是 ${approved}，扫到的是 ${scanned}，两者没有有效的替代关系。`,
      en: `The order asks for ${approved}; the part scanned is ${scanned}, which does not validly replace it.`,
    }),
    owner: ({ approved, scanned }) => ({
      zh: `工单上写的零件是 ${approved}，实际扫到的是 ${scanned}。`,
      en: `The repair order names part ${approved}; part ${scanned} was scanned.`,
    }),
    next: ({ approved }) => ({
      zh: `放回这个零件，改用 ${approved}；确需更换，请先取得客户对新零件的同意。`,
      en: `Put it back and take ${approved}. If another part is really needed, get the customer’s approval for it first.`,
    }),
  },
});
