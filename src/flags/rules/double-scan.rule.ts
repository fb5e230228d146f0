import type { ScanEvidence } from '../evidence.ts';
import { rule } from '../rule.ts';
import { NOTHING_TO_DO } from './guidance.ts';

const SECOND = 1000;
/** Minutes around a scan in which its twin is looked for. */
export const TWIN_MINUTES = 5;

/** Everybody scans twice now and then. It is logged, so that counts of scans stay true, and that is all. */
export const doubleScan = rule({
  id: 'B10',
  name: 'DOUBLE_SCAN',
  level: 1,
  subject: 'step',
  thresholds: { withinMinutes: TWIN_MINUTES },
  most: { withinMinutes: TWIN_MINUTES },
  check({ scannedAt, twin }: ScanEvidence, { withinMinutes }) {
    if (twin === null) return null;
    const secondsApart = Math.round(Math.abs(scannedAt.getTime() - twin.at.getTime()) / SECOND);
    return secondsApart > withinMinutes * 60 ? null : { facts: { secondsApart } };
  },
  words: {
    staff: () => ({
      zh: '刚才已经扫过这个零件，两次按一次计。',
      en: 'This part was scanned a moment ago; the two count as one.',
    }),
    owner: () => ({
      zh: '同一个零件连续扫了两次，按一次计。',
      en: 'The same part was scanned twice in a row; it counts once.',
    }),
    next: () => NOTHING_TO_DO,
  },
});
