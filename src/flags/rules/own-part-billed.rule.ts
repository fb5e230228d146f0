import { toCents } from '../../kernel/money.ts';
import type { InvoiceEvidence } from '../evidence.ts';
import { rule } from '../rule.ts';

/** The owner brought the part. Labour may be charged, the part may not. */
export const ownPartBilled = rule({
  id: 'R26',
  name: 'OWN_PART_BILLED',
  level: 4,
  subject: 'order',
  thresholds: {},
  check({ lines }: InvoiceEvidence) {
    return lines.flatMap(({ line, billed }) => {
      const isOwn = line.category === 'customer_supplied' || billed?.category === 'customer_supplied';
      if (billed === null || !isOwn || toCents(billed.unitPrice) <= 0n) return [];
      return [{ facts: { partNumber: billed.partNumber, unitPrice: billed.unitPrice }, line: line.line }];
    });
  },
  words: {
    staff: ({ partNumber, unitPrice }) => ({
      zh: `${partNumber} 是客户自带的零件，却按 ${unitPrice} 收费。`,
      en: `${partNumber} was brought by the customer and is billed at ${unitPrice}.`,
    }),
    owner: ({ unitPrice }) => ({
      zh: `这是您自带的零件，账单上列了零件费 ${unitPrice}。`,
      en: `You brought this part yourself; the bill charges ${unitPrice} for it.`,
    }),
    next: () => ({
      zh: '把零件单价改为 0，只收工时费；若零件由本店提供，请更正类别并取得客户同意。',
      en: 'Set the price of the part to zero and bill labour only. If the workshop supplied it, correct the category and get the customer’s approval.',
    }),
  },
});
