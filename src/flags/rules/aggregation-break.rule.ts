import type { ScanEvidence } from '../evidence.ts';
import { rule } from '../rule.ts';
import { destinationOf, isLabelsHome, isNew, siteOf, unitMeant } from './scanned-unit.ts';

/** A unit is read here while its carton, sealed, is somewhere else: the carton was opened on the way, or the label is a copy. */
export const aggregationBreak = rule({
  id: 'K06',
  name: 'AGGREGATION_BREAK',
  level: 3,
  subject: 'unit',
  thresholds: {},
  check(evidence: ScanEvidence) {
    const unit = unitMeant(evidence);
    const site = siteOf(evidence.witness);
    if (unit === null || unit.carton === null || site === null || !isNew(unit)) return null;
    const isWhereCartonIs =
      site === unit.carton.ownerId ||
      site === unit.custodianId ||
      site === unit.transit?.fromId ||
      site === destinationOf(unit);
    return isWhereCartonIs || isLabelsHome(evidence.witness, unit) ? null : { facts: { sscc: unit.carton.sscc } };
  },
  words: {
    staff: ({ sscc }) => ({
      zh: `这个零件登记在未拆封的箱 ${sscc} 里，而那只箱不在这里。`,
      en: `In the register this unit lies in carton ${sscc}, sealed, and that carton is not here.`,
    }),
    owner: () => ({
      zh: '登记显示这个零件还在另一处未拆封的包装箱里。',
      en: 'In the register this part still lies in a sealed carton somewhere else.',
    }),
    next: () => ({
      zh: '核对包装箱和到货；箱子在途中被拆过的，请通知发货方。',
      en: 'Check the carton and the delivery. If it was opened on the way, tell the sender.',
    }),
  },
});
