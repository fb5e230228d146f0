import { toCents } from '../../kernel/money.ts';
import type { InvoiceEvidence } from '../evidence.ts';
import { rule } from '../rule.ts';

/** List prices are recommendations: above them is allowed, and the owner sees both. */
export const overListPrice = rule({
  id: 'R21',
  name: 'OVER_LIST_PRICE',
  level: 3,
  subject: 'order',
  thresholds: { tolerancePercent: 5 },
  check({ lines }: InvoiceEvidence, { tolerancePercent }) {
    // Whole hundredths of a percent: money is never reckoned in floating point.
    const tolerance = BigInt(Math.round(tolerancePercent * 100));
    return lines.flatMap(({ line, billed }) => {
      const listPrice = billed?.listPrice ?? null;
      if (billed === null || listPrice === null) return [];
      if (toCents(billed.unitPrice) * 10_000n <= toCents(listPrice) * (10_000n + tolerance)) return [];
      return [{ facts: { partNumber: billed.partNumber, listPrice, unitPrice: billed.unitPrice }, line: line.line }];
    });
  },
  words: {
    staff: ({ partNumber, listPrice, unitPrice }) => ({
      zh: `${partNumber} 单价 ${unitPrice}，高于厂家指导价 ${listPrice}。`,
      en: `${partNumber} is billed at ${unitPrice}; the maker’s list price is ${listPrice}.`,
    }),
    owner: ({ listPrice, unitPrice }) => ({
      zh: `账单单价 ${unitPrice}，厂家指导价 ${listPrice}。`,
      en: `Billed at ${unitPrice}; the maker’s list price is ${listPrice}.`,
    }),
    next: () => ({
      zh: '请改回指导价，或说明加价原因；车主会同时看到两个价格。',
      en: 'Keep to the list price or give the reason. The owner sees both prices.',
    }),
  },
});
