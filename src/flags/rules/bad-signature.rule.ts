import type { ScanEvidence } from '../evidence.ts';
import { rule } from '../rule.ts';
import { SET_ASIDE } from './guidance.ts';

/** Anybody can print a label with a borrowed serial, so this speaks of the code alone and holds no unit. */
export const badSignature = rule({
  id: 'C02',
  name: 'BAD_SIGNATURE',
  level: 5,
  subject: 'code',
  thresholds: {},
  check({ reading }: ScanEvidence) {
    if (reading.kind !== 'signed' || reading.signature !== 'false') return null;
    return { facts: { gtin: reading.gtin, serial: reading.serial } };
  },
  words: {
    staff: () => ({
      zh: '签名不符：这枚码不是厂家签发的。同号的正品不受影响。',
      en: 'The signature is false: the maker did not issue this code. The genuine unit of the same number is not in doubt.',
    }),
    owner: () => ({
      zh: '这枚码不是厂家签发的。',
      en: 'This code was not issued by the maker.',
    }),
    next: () => SET_ASIDE,
  },
});
