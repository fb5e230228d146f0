import type { ScanEvidence } from '../evidence.ts';
import { rule } from '../rule.ts';
import { destinationOf, isNew, siteOf, unitMeant } from './scanned-unit.ts';

/**
 * About to be fitted, and this site never received it: still on its way here, or never sent at all. Sent to another site, it is
 * a diversion. Once its delivery is received whole, it was only not recorded yet.
 */
export const missingReceipt = rule({
  id: 'K03',
  name: 'MISSING_RECEIPT',
  level: 3,
  subject: 'step',
  thresholds: { receiptWithinHours: 24 },
  check(evidence: ScanEvidence) {
    const unit = unitMeant(evidence);
    const site = siteOf(evidence.witness);
    if (unit === null || !isNew(unit) || site === null || evidence.purpose !== 'fit') return null;
    const isOnItsWayHere = unit.state === 'in_transit' && destinationOf(unit) === site;
    const isNeverSent = unit.state !== 'in_transit' && unit.custodianId !== site && unit.consignedTo.length === 0;
    if (!isOnItsWayHere && !isNeverSent) return null;
    return { facts: { isOnItsWayHere } };
  },
  words: {
    staff: ({ isOnItsWayHere }) =>
      isOnItsWayHere
        ? {
            zh: '这个零件还在途，本店尚未登记收货。',
            en: 'This unit is still in transit: nobody here has received it.',
          }
        : { zh: '这个零件没有发到本店的记录。', en: 'There is no record that this unit was sent here.' },
    owner: () => ({
      zh: '维修店还没有登记收到这个零件。',
      en: 'The workshop has not recorded the receipt of this part.',
    }),
    next: ({ isOnItsWayHere }) =>
      isOnItsWayHere
        ? { zh: '先登记收货，再装车。', en: 'Record the receipt, then fit it.' }
        : {
            zh: '先请发货方补开发货单并登记收货，再装车。',
            en: 'Ask the sender to record the shipment, receive it, then fit it.',
          },
  },
});
