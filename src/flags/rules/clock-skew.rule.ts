import type { ScanEvidence } from '../evidence.ts';
import { rule } from '../rule.ts';

const MINUTE = 60_000;

/** Only a scan from the future proves a wrong clock; one from the past may have waited for a network. */
export const clockSkew = rule({
  id: 'B07',
  name: 'CLOCK_SKEW',
  level: 2,
  subject: 'step',
  thresholds: { skewMinutes: 10 },
  check({ now, scannedAt }: ScanEvidence, { skewMinutes }) {
    const minutesAhead = (scannedAt.getTime() - now.getTime()) / MINUTE;
    return minutesAhead > skewMinutes ? { facts: { minutesAhead: Math.round(minutesAhead) } } : null;
  },
  words: {
    staff: ({ minutesAhead }) => ({
      zh: `设备时钟快了约 ${minutesAhead} 分钟。`,
      en: `The clock of this device is about ${minutesAhead} minutes ahead.`,
    }),
    owner: () => ({
      zh: '扫码设备的时间不准，与零件无关。',
      en: 'The clock of the scanning device is wrong. That has nothing to do with the part.',
    }),
    next: () => ({
      zh: '请在设备设置中打开「自动设置时间」。',
      en: 'Turn on automatic time in the settings of the device.',
    }),
  },
});
