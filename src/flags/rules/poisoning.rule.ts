import type { SourceEvidence } from '../later-evidence.ts';
import { rule } from '../rule.ts';
import { NOTHING_TO_DO } from './guidance.ts';

/** One source asks for very many real codes: somebody feeds us sightings. It is logged and no verdict heeds it. */
export const poisoning = rule({
  id: 'B04',
  name: 'POISONING',
  level: 1,
  subject: 'code',
  thresholds: { codesADay: 100 },
  check({ known }: SourceEvidence, { codesADay }) {
    return known >= codesADay ? { facts: { count: known } } : null;
  },
  words: {
    staff: ({ count }) => ({
      zh: `一个来源一天内查询了 ${count} 个不同的真码。`,
      en: `One source asked for ${count} different real codes in a day.`,
    }),
    owner: () => ({ zh: '查询过于频繁，请稍后再试。', en: 'There were very many checks. Try again later.' }),
    next: () => NOTHING_TO_DO,
  },
});
