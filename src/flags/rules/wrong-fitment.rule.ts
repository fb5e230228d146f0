import type { FittingEvidence } from '../evidence.ts';
import type { Level } from '../rule.ts';
import { rule } from '../rule.ts';
import { unitMeant } from './scanned-unit.ts';

/**
 * The catalogue says which models a part is for, and this car is another. A part without such data is not judged; an order
 * that names no model is a note, for whoever can add it.
 */
export const wrongFitment = rule({
  id: 'R05',
  name: 'WRONG_FITMENT',
  level: 4,
  subject: 'step',
  thresholds: {},
  check({ scan, order, line }: FittingEvidence) {
    const unit = scan && unitMeant(scan);
    const models = unit?.models ?? line.models;
    const partNumber = unit?.partNumber ?? line.partNumber;
    if (models.length === 0) return null;
    const facts = { partNumber, models, hasModel: order.model !== null };
    if (order.model === null) return { facts, level: 2 satisfies Level as Level, line: line.line };
    const model = asModel(order.model);
    const isFor = models.map(asModel).some((each) => each === '' || model.includes(each) || each.includes(model));
    return isFor ? null : { facts, level: 4 satisfies Level as Level, line: line.line };
  },
  words: {
    staff: ({ partNumber, models, hasModel }) =>
      hasModel
        ? {
            zh: `${partNumber} 适用于 ${models.join('、')}，不适用于这辆车。`,
            en: `${partNumber} is for ${models.join(', ')} and not for this car.`,
          }
        : {
            zh: `工单上没有车型，无法核对 ${partNumber} 是否适用。`,
            en: `The order names no model, so nobody can tell whether ${partNumber} fits this car.`,
          },
    owner: ({ hasModel }) =>
      hasModel
        ? {
            zh: '按厂家目录，这个零件不适用于您的车型。',
            en: 'By the maker’s catalogue this part is not for your car.',
          }
        : {
            zh: '工单上没有车型，无法核对零件是否适用。',
            en: 'The order names no model, so the fit could not be checked.',
          },
    next: ({ hasModel }) =>
      hasModel
        ? {
            zh: '核对车型和零件号；厂家另有许可的，请主管说明。',
            en: 'Check the model and the part number. If the maker allows it all the same, a supervisor says so.',
          }
        : { zh: '在工单上补填车型。', en: 'Add the model to the order.' },
  },
});

/** "E300 豪华型" is an E300. */
const asModel = (model: string): string =>
  model
    .normalize('NFKC')
    .replace(/[\s_-]/g, '')
    .toUpperCase();
