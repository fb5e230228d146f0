import type { ScanEvidence, UnitFacts } from '../evidence.ts';
import type { Level } from '../rule.ts';
import { rule } from '../rule.ts';
import { isNew, unitMeant } from './scanned-unit.ts';

/** Not to be fitted any more; where it already is in a car, its owner is to know. */
export const recall = rule({
  id: 'Q01',
  name: 'RECALL',
  level: 5,
  subject: 'unit',
  thresholds: {},
  check(evidence: ScanEvidence) {
    const unit = unitMeant(evidence);
    const level = unit && levelOf(unit);
    if (!unit?.recall || level === null) return null;
    return { facts: { campaign: unit.recall.number, isFitted: unit.state === 'fitted' }, level };
  },
  words: {
    staff: ({ campaign, isFitted }) =>
      isFitted
        ? { zh: `车上的这个零件在召回 ${campaign} 范围内。`, en: `This fitted part is under recall ${campaign}.` }
        : {
            zh: `这个零件在召回 ${campaign} 范围内，不得装车。`,
            en: `This part is under recall ${campaign} and must not be fitted.`,
          },
    owner: ({ campaign }) => ({
      zh: `这个零件在厂家的召回范围内（${campaign}）。请联系维修店，召回维修不收费。`,
      en: `The maker is recalling this part (${campaign}). Please call a workshop; recall work is free of charge.`,
    }),
    next: ({ isFitted }) =>
      isFitted
        ? {
            zh: '告知车主，并按召回通知免费处理。',
            en: 'Tell the owner and carry out the recall, free of charge.',
          }
        : {
            zh: '不要装车或发出。把零件单独存放，按召回通知退回或销毁。',
            en: 'Neither fit nor ship it. Set it aside and return or destroy it as the recall notice says.',
          },
  },
});

/** What has left its car again, or was never a part, is no longer the campaign's concern. */
function levelOf(unit: UnitFacts): Level | null {
  if (unit.state === 'fitted') return 4;
  return isNew(unit) || unit.state === 'missing' ? 5 : null;
}
