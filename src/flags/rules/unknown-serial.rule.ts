import type { Level } from '../rule.ts';
import { rule } from '../rule.ts';
import type { ScanEvidence } from '../evidence.ts';

/**
 * A typed serial is mistyped far more often than invented. Met at several places it is a serial that somebody prints; only
 * people who are signed in may say so. Whoever reads the right label soon after had made a slip, and it is prevented.
 */
export const unknownSerial = rule({
  id: 'C04',
  name: 'UNKNOWN_SERIAL',
  level: 3,
  subject: 'code',
  thresholds: { earlierSources: 3, rightWithinMinutes: 10 },
  check({ reading, unit, unknownSightings, witness }: ScanEvidence, { earlierSources }) {
    if (reading.kind !== 'unsigned' || unit !== null) return null;
    const isRepeated = unknownSightings >= earlierSources;
    const level: Level = isRepeated && witness.kind === 'staff' ? 5 : 3;
    return { facts: { serial: reading.serial, isRepeated, earlierSources: unknownSightings }, level };
  },
  words: {
    staff: ({ serial, isRepeated, earlierSources }) =>
      isRepeated
        ? {
            zh: `厂家没有登记过序列号 ${serial}，此前已有 ${earlierSources} 个来源查询过它。`,
            en: `No unit with serial ${serial} is registered, and ${earlierSources} other sources have looked it up before.`,
          }
        : { zh: `厂家没有登记过序列号 ${serial}。`, en: `No unit with serial ${serial} is registered.` },
    owner: () => ({
      zh: '厂家的登记里查不到这个序列号。',
      en: 'This serial is not in the maker’s register.',
    }),
    next: () => ({
      zh: '请直接扫码，或对照标签逐位核对；仍查不到就先不要装车，联系供货方。',
      en: 'Scan the code, or compare the serial with the label digit by digit. If it stays unknown, do not fit the part; ask whoever supplied it.',
    }),
  },
});
