import type { ScanEvidence } from '../evidence.ts';
import { rule } from '../rule.ts';
import { isNew, unitMeant } from './scanned-unit.ts';

/** Asked only of what is still to be sold or fitted: a part in a car was unpacked by somebody. */
export const sealBroken = rule({
  id: 'C12',
  name: 'SEAL_BROKEN',
  level: 4,
  subject: 'unit',
  thresholds: {},
  check(evidence: ScanEvidence) {
    const unit = unitMeant(evidence);
    if (unit === null || !isNew(unit) || evidence.observed.seal !== 'broken') return null;
    return { facts: { serial: unit.serial } };
  },
  words: {
    staff: () => ({
      zh: '封条破损：包装内可能已不是原来的零件。',
      en: 'The seal is broken, so the box may no longer hold the part that was packed.',
    }),
    owner: () => ({
      zh: '维修店发现这个零件的包装封条破损。',
      en: 'The workshop found the seal on the box of this part broken.',
    }),
    next: () => ({
      zh: '先不要装车。拍照，核对实物上的零件号，请主管决定。',
      en: 'Do not fit it yet. Take photos, compare the number on the part itself and let a supervisor decide.',
    }),
  },
});
