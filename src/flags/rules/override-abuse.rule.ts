import type { RateEvidence } from '../later-evidence.ts';
import { rule } from '../rule.ts';
import { outlierOf } from './outlier.ts';

/** Findings let pass and fittings undone are there for honest mistakes; a workshop that lives on them is asked why. */
export const overrideAbuse = rule({
  id: 'I04',
  name: 'OVERRIDE_ABUSE',
  level: 3,
  subject: 'step',
  thresholds: { timesPeers: 3, leastCases: 8, leastChances: 30, leastPeers: 3, score: 4 },
  check(evidence: RateEvidence, limits) {
    const outlier = outlierOf(evidence, limits);
    return outlier && { facts: outlier };
  },
  words: {
    staff: ({ days, times, of, ownPercent, peersPercent }) => ({
      zh: `近 ${days} 天 ${of} 次装车和开票中有 ${times} 次放行或撤销（${ownPercent}%），其他店为 ${peersPercent}%。`,
      en: `In ${days} days ${times} of ${of} fittings and bills were let pass or undone (${ownPercent}%); elsewhere it is ${peersPercent}%.`,
    }),
    owner: () => ({
      zh: '这家店放行或撤销的比例与其他店不同。',
      en: 'This workshop overrides or undoes more often than others.',
    }),
    next: () => ({
      zh: '逐条查看放行理由，了解流程哪里走不通。',
      en: 'Read the reasons one by one and find out where the process does not work for them.',
    }),
  },
});
