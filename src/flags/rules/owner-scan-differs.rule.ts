import type { OwnerScanEvidence } from '../later-evidence.ts';
import { rule } from '../rule.ts';

/**
 * The owner reads the label that was handed over with an invoice, and that unit is not on it. Whoever holds the link is no
 * witness that we know, so it stays a warning until somebody signed in has looked.
 */
export const ownerScanDiffers = rule({
  id: 'U02',
  name: 'OWNER_SCAN_DIFFERS',
  level: 5,
  subject: 'order',
  thresholds: {},
  check({ isRegistered, serial, partNumber, serials }: OwnerScanEvidence) {
    if (!isRegistered || serial === null || partNumber === null || serials.length === 0) return null;
    return serials.includes(serial) ? null : { facts: { serial, partNumber } };
  },
  words: {
    staff: ({ serial }) => ({
      zh: `车主扫描的标签 ${serial} 不在这张发票登记的零件里。`,
      en: `The label that the owner read, ${serial}, is not of a unit on this invoice.`,
    }),
    owner: () => ({
      zh: '这张标签不是发票上登记的零件。请向维修店确认它属于哪次维修。',
      en: 'This label is not of a part on your invoice. Ask the workshop which repair it belongs to.',
    }),
    next: () => ({
      zh: '核对实际装车的零件和交给车主的标签。',
      en: 'Compare the part in the car with the label that the owner was given.',
    }),
  },
});
