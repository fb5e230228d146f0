import type { RateEvidence } from '../later-evidence.ts';
import { rule } from '../rule.ts';
import { outlierOf } from './outlier.ts';

/** A workshop that replaces a part far more often than all others. It may have a taxi fleet: an analyst asks, nobody is stopped. */
export const rateOutlier = rule({
  id: 'R17',
  name: 'RATE_OUTLIER',
  level: 3,
  subject: 'step',
  thresholds: { timesPeers: 3, leastCases: 8, leastChances: 30, leastPeers: 3, score: 4 },
  check(evidence: RateEvidence, limits) {
    const outlier = outlierOf(evidence, limits);
    return outlier && { facts: outlier };
  },
  words: {
    staff: ({ partNumber, days, ownPercent, peersPercent }) => ({
      zh: `近 ${days} 天，本店 ${ownPercent}% 的工单更换了 ${partNumber ?? '同一零件'}，其他店为 ${peersPercent}%。`,
      en: `In ${days} days ${ownPercent}% of this workshop’s orders replaced ${partNumber ?? 'one part'}; elsewhere it is ${peersPercent}%.`,
    }),
    owner: () => ({
      zh: '这家店更换这个零件的比例与其他店不同。',
      en: 'This workshop replaces this part more often than others.',
    }),
    next: () => ({
      zh: '核对车型和里程结构，抽查更换依据和旧件。',
      en: 'Compare models and mileages, and look at the causes and old parts of some of these repairs.',
    }),
  },
});
