import type { ScanEvidence } from '../evidence.ts';
import { rule } from '../rule.ts';
import { destinationOf, isNew, siteOf, unitMeant } from './scanned-unit.ts';

/**
 * Somebody receives what nobody sent here. The sender who takes back a shipment that could not be delivered is no such
 * somebody, nor is a site that received the unit before and reads it once more. What the sender put into the box from its own
 * stock is too many by its count, which is K07's to tell.
 */
export const ghostReceipt = rule({
  id: 'K01',
  name: 'GHOST_RECEIPT',
  level: 4,
  subject: 'unit',
  thresholds: {},
  check(evidence: ScanEvidence) {
    const unit = unitMeant(evidence);
    const site = siteOf(evidence.witness);
    if (unit === null || !isNew(unit) || site === null || evidence.purpose !== 'receive') return null;
    const { custodianId, transit, receivedBy } = unit;
    // A slow clock may put the receipt before the shipment: the shipment is open all the same.
    if ([custodianId, destinationOf(unit), transit?.fromId, transit?.toId, ...receivedBy].includes(site)) return null;
    if (unit.state === 'in_stock' && evidence.deliveredById === custodianId) return null;
    return { facts: { state: unit.state } };
  },
  words: {
    staff: () => ({
      zh: '没有把这个零件发到这里的发货记录。',
      en: 'There is no record of a shipment that brought this unit here.',
    }),
    owner: () => ({
      zh: '这个零件的到货记录正在核对。',
      en: 'The record of how this part arrived is being checked.',
    }),
    next: () => ({
      zh: '先不要入库。把零件单独存放，请发货方补开发货单或确认来源。',
      en: 'Do not put it into stock yet. Keep it apart and ask the sender to record the shipment or to confirm it.',
    }),
  },
});
