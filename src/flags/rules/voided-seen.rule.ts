import type { ScanEvidence } from '../evidence.ts';
import type { Level } from '../rule.ts';
import { rule } from '../rule.ts';
import { isLabelsHome, unitMeant } from './scanned-unit.ts';

/** A voided label should be shreds. Whoever voided it may look whether it is the right one; that is no case. */
export const voidedSeen = rule({
  id: 'C07',
  name: 'VOIDED_SEEN',
  level: 5,
  subject: 'unit',
  thresholds: {},
  check(evidence: ScanEvidence) {
    const unit = unitMeant(evidence);
    if (unit?.state !== 'voided') return null;
    const isLookingOnly = evidence.purpose === 'check' || evidence.purpose === 'audit';
    const level: Level = isLookingOnly && isLabelsHome(evidence.witness, unit) ? 3 : 5;
    return { facts: { serial: unit.serial }, level };
  },
  words: {
    staff: () => ({
      zh: '这枚标签已经作废，不能代表任何零件。',
      en: 'This label was voided. It stands for no part.',
    }),
    owner: () => ({
      zh: '这枚标签已被厂家作废。',
      en: 'The maker has withdrawn this label.',
    }),
    next: () => ({
      zh: '不要装车或销售。标签还在打印处时请立即销毁；已经贴在零件上时，请连同零件单独存放，等厂家处理。',
      en: 'Neither fit nor sell it. Where labels are printed, destroy the label now; if it is on a part, set both aside and wait for the maker.',
    }),
  },
});
