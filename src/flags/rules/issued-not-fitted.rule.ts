import type { InvoiceEvidence } from '../evidence.ts';
import { rule } from '../rule.ts';

/**
 * A genuine unit that left the store for this car and is neither in it nor back: the one that is sold on. What was fitted and taken
 * out again is an old part, and told as one.
 */
export const issuedNotFitted = rule({
  id: 'R10',
  name: 'ISSUED_NOT_FITTED',
  level: 4,
  subject: 'order',
  thresholds: {},
  check({ lines }: InvoiceEvidence) {
    return lines.flatMap(({ line, issued, fitted, removed, returned }) => {
      const open = issued - fitted - removed - returned;
      if (open <= 0) return [];
      return [{ facts: { partNumber: line.partNumber, issued, fitted, returned, open }, line: line.line }];
    });
  },
  words: {
    staff: ({ partNumber, open }) => ({
      zh: `${partNumber} 还有 ${open} 件已领用，既没有登记装车，也没有退回库存。`,
      en: `${open} of ${partNumber} were issued and are neither fitted nor back in stock.`,
    }),
    owner: ({ open }) => ({
      zh: `为您的车领用的零件中，有 ${open} 件还没有登记去向。`,
      en: `Of the parts taken from the store for your car, ${open} are not accounted for yet.`,
    }),
    next: () => ({
      zh: '把没有用上的零件扫码退回库存，或补登装车。',
      en: 'Scan what was not used back into stock, or record it as fitted.',
    }),
  },
});
