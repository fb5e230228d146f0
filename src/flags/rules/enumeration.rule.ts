import type { SourceEvidence } from '../later-evidence.ts';
import { rule } from '../rule.ts';
import { NOTHING_TO_DO } from './guidance.ts';

/** One source tries codes that do not exist: somebody guesses serials. 60 random bits cannot be guessed; it is logged. */
export const enumeration = rule({
  id: 'B05',
  name: 'ENUMERATION',
  level: 1,
  subject: 'code',
  thresholds: { guessesADay: 20 },
  check({ unknown }: SourceEvidence, { guessesADay }) {
    return unknown >= guessesADay ? { facts: { count: unknown } } : null;
  },
  words: {
    staff: ({ count }) => ({
      zh: `一个来源一天内试了 ${count} 个不存在的码。`,
      en: `One source tried ${count} codes in a day that do not exist.`,
    }),
    owner: () => ({ zh: '查询过于频繁，请稍后再试。', en: 'There were very many checks. Try again later.' }),
    next: () => NOTHING_TO_DO,
  },
});
