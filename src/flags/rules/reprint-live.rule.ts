import type { ScanEvidence } from '../evidence.ts';
import { rule } from '../rule.ts';
import { SET_ASIDE } from './guidance.ts';
import { isLabelsHome, siteOf, unitMeant } from './scanned-unit.ts';

/**
 * A label was printed twice; the part lies in the warehouse under one of the two, and the other is read somewhere else. Both
 * say the same, so only the place tells them apart.
 */
export const reprintLive = rule({
  id: 'I02',
  name: 'REPRINT_LIVE',
  level: 5,
  subject: 'unit',
  thresholds: {},
  check(evidence: ScanEvidence) {
    const unit = unitMeant(evidence);
    if (unit === null || unit.reprintedAt === null || siteOf(evidence.witness) === null) return null;
    const isOnShelf = unit.state === 'in_stock' && unit.custodianId === unit.registeredById;
    if (!isOnShelf || isLabelsHome(evidence.witness, unit)) return null;
    return { facts: { partNumber: unit.partNumber, reprintedAt: unit.reprintedAt.toISOString() } };
  },
  words: {
    staff: () => ({
      zh: '这张标签曾经重新打印，登记的零件仍在仓库：这里的标签是多出来的一张。',
      en: 'This label was printed twice, and the part under it is still in the warehouse: the one here is the other print.',
    }),
    owner: () => ({
      zh: '这张标签被打印过两次，厂家正在核查。',
      en: 'This label was printed twice. The maker is looking into it.',
    }),
    next: () => SET_ASIDE,
  },
});
