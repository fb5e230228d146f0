import type { ScanEvidence } from '../evidence.ts';
import { rule } from '../rule.ts';

/**
 * What a revoked key signed before its cut-off stays good: the registry has the time of issue. What the registry does not
 * have may have been signed at any time.
 */
export const keyRevoked = rule({
  id: 'C11',
  name: 'KEY_REVOKED',
  level: 4,
  subject: 'unit',
  thresholds: {},
  check({ reading, unit }: ScanEvidence) {
    if (reading.kind !== 'signed' || reading.signature === 'false' || !reading.key?.isRevoked) return null;
    const { cutOffAt } = reading.key;
    const issuedAt = reading.signature === 'issued' ? unit?.issuedAt : undefined;
    if (issuedAt !== undefined && cutOffAt !== null && issuedAt < cutOffAt) return null;
    return { facts: { kid: reading.key.kid, cutOffAt: cutOffAt?.toISOString() ?? null } };
  },
  words: {
    staff: () => ({
      zh: '签发这枚码的密钥已停用，且无法证明它是在停用之前签发的。',
      en: 'The key that signed this code was revoked, and the code is not known to be older than that.',
    }),
    owner: () => ({
      zh: '厂家正在复核这一批标签。',
      en: 'The maker is checking the labels of this series again.',
    }),
    next: () => ({
      zh: '先不要装车，请主管联系厂家确认。',
      en: 'Do not fit it yet. Have a supervisor ask the maker.',
    }),
  },
});
