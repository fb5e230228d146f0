import type { ScanEvidence } from '../evidence.ts';
import { rule } from '../rule.ts';
import { destinationOf, isNew, siteOf, unitMeant } from './scanned-unit.ts';

/** Consigned to one organisation, received or fitted by another: sold on past the books. */
export const diversion = rule({
  id: 'K02',
  name: 'DIVERSION',
  level: 4,
  subject: 'unit',
  thresholds: {},
  check(evidence: ScanEvidence) {
    const { purpose } = evidence;
    const unit = unitMeant(evidence);
    const site = siteOf(evidence.witness);
    if (unit === null || !isNew(unit) || site === null || (purpose !== 'receive' && purpose !== 'fit')) return null;
    const isConsigned = unit.state === 'in_transit' || unit.consignedTo.length > 0;
    // The sender may take back what could not be delivered; fitting it is another matter.
    const isTakenBack = purpose === 'receive' && unit.state === 'in_transit' && unit.transit?.fromId === site;
    if (!isConsigned || isTakenBack || destinationOf(unit) === site || unit.consignedTo.at(-1) === site) return null;
    return { facts: { state: unit.state, purpose } };
  },
  words: {
    staff: () => ({
      zh: '登记显示这个零件发往的是另一家单位。',
      en: 'According to the register this unit was consigned to another organisation.',
    }),
    owner: () => ({
      zh: '这个零件的供货记录与维修店不一致。',
      en: 'The supply record of this part does not name this workshop.',
    }),
    next: () => ({
      zh: '先不要入库或装车。把零件单独存放，请主管向供货方核实。',
      en: 'Neither receive nor fit it yet. Keep it apart and have a supervisor ask the supplier.',
    }),
  },
});
