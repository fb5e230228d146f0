import type { ScanEvidence } from '../evidence.ts';
import { rule } from '../rule.ts';
import { unitMeant } from './scanned-unit.ts';

/** Whoever meets a missing unit, its last custodian included: an analyst closes the report. */
export const stolenOrLostSeen = rule({
  id: 'K04',
  name: 'STOLEN_OR_LOST_SEEN',
  level: 5,
  subject: 'unit',
  thresholds: {},
  check(evidence: ScanEvidence) {
    const unit = unitMeant(evidence);
    const isStolen = unit?.holdsThen.includes('stolen') ?? false;
    if (unit === null || (unit.state !== 'missing' && !isStolen)) return null;
    return { facts: { serial: unit.serial, isStolen } };
  },
  words: {
    staff: ({ isStolen }) =>
      isStolen
        ? { zh: '这个零件已登记为被盗。', en: 'This unit is reported as stolen.' }
        : { zh: '这个零件已登记为遗失。', en: 'This unit is reported as lost.' },
    owner: () => ({
      zh: '厂家正在查找这个零件的去向。',
      en: 'The maker has been looking for this part.',
    }),
    next: () => ({
      zh: '不要装车或出售。把零件单独存放；如是本单位找回的，请说明在哪里、怎样找到，等厂家结案。',
      en: 'Neither fit nor sell it. Keep it apart. If it was lost here and found again, write down where and how; the maker closes the report.',
    }),
  },
});
