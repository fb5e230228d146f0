import type { InvoiceEvidence } from '../evidence.ts';
import { rule } from '../rule.ts';

/**
 * A part in the car that no bill shows has no warranty to show either. Warranty, goodwill, insurance and internal lines are settled
 * elsewhere, and the owner's own part is not sold to them.
 */
export const fittedNotBilled = rule({
  id: 'R11',
  name: 'FITTED_NOT_BILLED',
  level: 3,
  subject: 'order',
  thresholds: {},
  check({ lines }: InvoiceEvidence) {
    return lines.flatMap(({ line, fitted, billed }) => {
      const missing = fitted - (billed?.quantity ?? 0);
      if (missing <= 0 || line.payType !== 'customer' || line.category === 'customer_supplied') return [];
      return [{ facts: { partNumber: line.partNumber, fitted, billed: billed?.quantity ?? 0 }, line: line.line }];
    });
  },
  words: {
    staff: ({ partNumber, fitted, billed }) => ({
      zh: `${partNumber}：登记装车 ${fitted} 件，只开票 ${billed} 件。`,
      en: `${partNumber}: ${fitted} recorded as fitted, only ${billed} billed.`,
    }),
    owner: ({ fitted, billed }) => ({
      zh: `登记装在您车上的是 ${fitted} 件，账单上是 ${billed} 件。`,
      en: `The records show ${fitted} fitted to your car; the bill says ${billed}.`,
    }),
    next: () => ({
      zh: '补开这一项（免费的可按 0 元列出），或把付费方式改为质保、优惠等；也可以说明原因。',
      en: 'Bill the item, at zero if it is free; or change who pays to warranty or goodwill; or give the reason.',
    }),
  },
});
