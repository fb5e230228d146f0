import { normalPartNumber } from '../../catalogue/part.ts';
import type { ScanEvidence } from '../evidence.ts';
import { rule } from '../rule.ts';
import { SET_ASIDE } from './guidance.ts';
import { unitMeant } from './scanned-unit.ts';

/** A genuine label that was moved to another box: the number on the box gives it away. */
export const labelPartMismatch = rule({
  id: 'C08',
  name: 'LABEL_PART_MISMATCH',
  level: 5,
  subject: 'unit',
  thresholds: {},
  check(evidence: ScanEvidence) {
    const unit = unitMeant(evidence);
    const seen = evidence.observed.partNumber;
    if (unit === null || seen === null || asRead(seen) === '' || asRead(seen) === asRead(unit.partNumber)) return null;
    return { facts: { registered: unit.partNumber, seen: normalPartNumber(seen) } };
  },
  words: {
    staff: ({ registered, seen }) => ({
      zh: `标签登记的零件号是 ${registered}，实物上写的是 ${seen}。`,
      en: `The label belongs to part ${registered}; the part itself says ${seen}.`,
    }),
    owner: () => ({
      zh: '标签上的零件号与实物不一致。',
      en: 'The label and the part do not carry the same part number.',
    }),
    next: () => SET_ASIDE,
  },
});

/** Boxes leave out hyphens and dots, and whoever types a number from a box takes O for 0 and I for 1. */
const asRead = (partNumber: string): string =>
  normalPartNumber(partNumber)
    .replace(/[^A-Z0-9]/g, '')
    .replaceAll('O', '0')
    .replaceAll('I', '1');
