import type { ScanEvidence } from '../evidence.ts';
import type { Level } from '../rule.ts';
import { rule } from '../rule.ts';
import { isNew, unitMeant } from './scanned-unit.ts';

/**
 * One unit, issued to one order and about to be fitted on another. Within a workshop that is a mix-up on the shelf; between two
 * workshops one of them has a copy.
 */
export const twoOrders = rule({
  id: 'R01',
  name: 'TWO_ORDERS',
  level: 5,
  subject: 'unit',
  thresholds: {},
  check(evidence: ScanEvidence) {
    const { order, purpose } = evidence;
    const unit = unitMeant(evidence);
    if (!unit?.allocation || !isNew(unit) || order === null || unit.allocation.orderId === order.id) return null;
    if (purpose !== 'fit' && purpose !== 'check') return null;
    const isOtherWorkshop = unit.allocation.workshopId !== order.workshopId;
    const level: Level = isOtherWorkshop && purpose === 'fit' ? 5 : 3;
    return { facts: { isOtherWorkshop, purpose }, level };
  },
  words: {
    staff: ({ isOtherWorkshop }) =>
      isOtherWorkshop
        ? {
            zh: '登记显示这个零件正用于另一家单位的工单。',
            en: 'According to the register this unit is issued to a repair order elsewhere.',
          }
        : { zh: '这个零件已领用到本店的另一张工单。', en: 'This unit is issued to another of your repair orders.' },
    owner: () => ({
      zh: '这个零件的领用记录需要维修店核对。',
      en: 'The workshop has to check for which repair this part was issued.',
    }),
    next: ({ isOtherWorkshop }) =>
      isOtherWorkshop
        ? {
            zh: '先不要装车。把零件连同包装单独存放，请主管联系厂家核实。',
            en: 'Do not fit it yet. Set the part and its packaging aside and have a supervisor ask the maker.',
          }
        : {
            zh: '先把它从原工单退回库存，或换一个零件；确需用在这里，请说明原因。',
            en: 'Return it from the other order first, or take another one. If it is meant for this car, give the reason.',
          },
  },
});
