import type { ScanEvidence } from '../evidence.ts';
import { rule } from '../rule.ts';
import { unitMeant } from './scanned-unit.ts';

const HOUR = 3_600_000;

/**
 * Somebody without an account reads the label of a part that lies in the warehouse: a photograph of it went round. It says
 * nothing against the part on the shelf. Whoever prints labels tries them with a phone, so the first day is quiet.
 */
export const publicBeforeSale = rule({
  id: 'B03',
  name: 'PUBLIC_BEFORE_SALE',
  level: 3,
  subject: 'code',
  thresholds: { quietHours: 24 },
  check(evidence: ScanEvidence, { quietHours }) {
    const unit = unitMeant(evidence);
    if (unit === null || evidence.witness.kind !== 'public' || unit.state !== 'in_stock') return null;
    const isAtHome = unit.custodianId === unit.registeredById || unit.custodianId === unit.makerId;
    const isNewlyPrinted = evidence.scannedAt.getTime() - unit.issuedAt.getTime() <= quietHours * HOUR;
    return isAtHome && !isNewlyPrinted ? { facts: { partNumber: unit.partNumber } } : null;
  },
  words: {
    staff: ({ partNumber }) => ({
      zh: `有人在外面查询了一个仍在仓库的 ${partNumber}。`,
      en: `Somebody without an account read the label of a ${partNumber} that is still in the warehouse.`,
    }),
    owner: () => ({
      zh: '登记显示这个编码的零件还在仓库，没有售出。',
      en: 'In the records the part with this code is still in the warehouse and was not sold.',
    }),
    next: () => ({
      zh: '核对仓库里的这个零件是否还在，标签是否被拍照或复制。',
      en: 'See whether the part is still on its shelf, and whether its label was photographed or copied.',
    }),
  },
});
