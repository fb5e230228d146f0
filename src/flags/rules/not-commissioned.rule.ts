import type { ScanEvidence } from '../evidence.ts';
import { rule } from '../rule.ts';
import { SET_ASIDE } from './guidance.ts';
import { isLabelsHome, unitMeant } from './scanned-unit.ts';

/** A printed label that nobody has put on a part yet has no business outside the house that printed it. */
export const notCommissioned = rule({
  id: 'C06',
  name: 'NOT_COMMISSIONED',
  level: 5,
  subject: 'unit',
  thresholds: {},
  check(evidence: ScanEvidence) {
    const unit = unitMeant(evidence);
    if (unit?.state !== 'issued' || isLabelsHome(evidence.witness, unit)) return null;
    return { facts: { serial: unit.serial } };
  },
  words: {
    staff: () => ({
      zh: '这枚标签已印制，但还没有贴到零件上入库，不应在这里出现。',
      en: 'This label was printed but never put into stock on a part. It should not be here.',
    }),
    owner: () => ({
      zh: '这枚标签还没有启用。',
      en: 'This label is not in use yet.',
    }),
    next: () => SET_ASIDE,
  },
});
