import type { ScanEvidence } from '../evidence.ts';
import { rule } from '../rule.ts';
import { SET_ASIDE } from './guidance.ts';

/**
 * Our key signed what we never printed: a leaked key or an insider. Each label is signed once and reprinted from the stored
 * signature, so a second true text for a registered serial is no label of ours either.
 */
export const signedNotMinted = rule({
  id: 'C03',
  name: 'SIGNED_NOT_MINTED',
  level: 5,
  subject: 'code',
  thresholds: {},
  check({ reading, unit }: ScanEvidence) {
    if (reading.kind !== 'signed' || reading.signature !== 'true') return null;
    return { facts: { gtin: reading.gtin, serial: reading.serial, isSerialRegistered: unit !== null } };
  },
  words: {
    staff: ({ isSerialRegistered }) =>
      isSerialRegistered
        ? {
            zh: '签名有效，但这不是厂家为该序列号印制的那枚码。',
            en: 'The signature is true, but this is not the code that was printed for this serial.',
          }
        : {
            zh: '签名有效，但厂家没有登记过这个序列号。',
            en: 'The signature is true, but the maker never registered this serial.',
          },
    owner: () => ({
      zh: '这枚码与厂家的登记对不上，厂家会查明原因。',
      en: 'This code does not agree with the maker’s register. The maker will find out why.',
    }),
    next: () => SET_ASIDE,
  },
});
