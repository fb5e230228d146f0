import type { ScanEvidence } from '../evidence.ts';
import { rule } from '../rule.ts';
import { replacementOf } from './replacement.ts';

/** A different number on a valid path is no fraud. It is logged so that everybody can see why the numbers differ. */
export const supersededOk = rule({
  id: 'R03',
  name: 'SUPERSEDED_OK',
  level: 1,
  subject: 'step',
  thresholds: {},
  check(evidence: ScanEvidence) {
    const replacement = replacementOf(evidence);
    if (replacement?.standing !== 'forward') return null;
    const { approved, scanned, path, ratio } = replacement;
    return { facts: { approved, scanned, path, oldPieces: ratio.old, newPieces: ratio.new } };
  },
  words: {
    staff: ({ path, oldPieces, newPieces }) => ({
      zh: `替代件：${path.join(' → ')}${oldPieces === newPieces ? '' : `，每 ${oldPieces} 件旧型号用 ${newPieces} 件新型号`}。`,
      en: `Valid replacement: ${path.join(' → ')}${oldPieces === newPieces ? '' : `, ${newPieces} new for every ${oldPieces} old`}.`,
    }),
    owner: ({ approved, scanned }) => ({
      zh: `厂家已用 ${scanned} 替代 ${approved}，零件号不同是正常的。`,
      en: `The maker has replaced ${approved} by ${scanned}, so the different number is as it should be.`,
    }),
    next: () => ({ zh: '可以装车。', en: 'Fit it.' }),
  },
});
