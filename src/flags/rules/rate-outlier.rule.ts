import type { RateEvidence } from '../later-evidence.ts';
import { rule } from '../rule.ts';
import { outlierOf } from './outlier.ts';

/**
 * A workshop, or one technician, that replaces a part far more often than all others: technicians among those of every workshop,
 * by the orders that each has worked on. It may have a taxi fleet: an analyst asks, nobody is stopped.
 */
export const rateOutlier = rule({
  id: 'R17',
  name: 'RATE_OUTLIER',
  level: 3,
  subject: 'step',
  thresholds: { timesPeers: 3, leastCases: 8, leastChances: 30, leastPeers: 3, score: 4 },
  check(evidence: RateEvidence, limits) {
    const outlier = outlierOf(evidence, limits);
    return outlier && { facts: { ...outlier, isOneTechnician: evidence.isOneTechnician } };
  },
  words: {
    staff: ({ partNumber, days, ownPercent, peersPercent, isOneTechnician }) =>
      isOneTechnician
        ? {
            zh: `近 ${days} 天，本店一名技师的工单有 ${ownPercent}% 更换了 ${partNumber ?? '同一零件'}，其他技师为 ${peersPercent}%。`,
            en: `In ${days} days ${ownPercent}% of one technician’s orders here replaced ${partNumber ?? 'one part'}; with other technicians it is ${peersPercent}%.`,
          }
        : {
            zh: `近 ${days} 天，本店 ${ownPercent}% 的工单更换了 ${partNumber ?? '同一零件'}，其他店为 ${peersPercent}%。`,
            en: `In ${days} days ${ownPercent}% of this workshop’s orders replaced ${partNumber ?? 'one part'}; elsewhere it is ${peersPercent}%.`,
          },
    owner: ({ isOneTechnician }) =>
      isOneTechnician
        ? {
            zh: '这家店的一名技师更换这个零件的比例与其他技师不同。',
            en: 'One technician of this workshop replaces this part more often than others.',
          }
        : {
            zh: '这家店更换这个零件的比例与其他店不同。',
            en: 'This workshop replaces this part more often than others.',
          },
    next: () => ({
      zh: '核对车型和里程结构，抽查更换依据和旧件。',
      en: 'Compare models and mileages, and look at the causes and old parts of some of these repairs.',
    }),
  },
});
