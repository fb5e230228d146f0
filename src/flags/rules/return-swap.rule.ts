import type { ReturnEvidence } from '../evidence.ts';
import { rule } from '../rule.ts';

/** A genuine unit went out, another part came back under its label. The inspector's note stays with the inspection. */
export const returnSwap = rule({
  id: 'K08',
  name: 'RETURN_SWAP',
  level: 5,
  subject: 'unit',
  thresholds: {},
  check({ unit, inspection }: ReturnEvidence) {
    if (inspection.isAsNew) return null;
    return { facts: { serial: unit.serial, partNumber: unit.partNumber } };
  },
  words: {
    staff: ({ partNumber }) => ({
      zh: `退回的 ${partNumber} 经检查不是原样的新件。`,
      en: `The returned ${partNumber} is not the new part that went out.`,
    }),
    owner: () => ({
      zh: '这个零件退货检查未通过，不会再作为新件出售。',
      en: 'This part did not pass inspection on its return and will not be sold as new.',
    }),
    next: () => ({
      zh: '不要重新入库。把零件连同包装单独存放并拍照，等厂家处理。',
      en: 'Do not put it back into stock. Set the part and its packaging aside, take photos and wait for the maker.',
    }),
  },
});
