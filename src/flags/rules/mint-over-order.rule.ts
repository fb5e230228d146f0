import type { MintEvidence } from '../evidence.ts';
import { rule } from '../rule.ts';

/** Serials beyond what was ordered are labels without parts. */
export const mintOverOrder = rule({
  id: 'I01',
  name: 'MINT_OVER_ORDER',
  level: 5,
  subject: 'step',
  thresholds: {},
  check({ orderNumber, ordered, alreadyMinted, requested }: MintEvidence) {
    if (ordered === null || requested + alreadyMinted <= ordered) return null;
    return { facts: { order: orderNumber, ordered, alreadyMinted, requested } };
  },
  words: {
    staff: ({ order, ordered, alreadyMinted, requested }) => ({
      zh: `订单${order === null ? '' : ` ${order} `}共 ${ordered} 件，已赋码 ${alreadyMinted} 件，再申请 ${requested} 件将超出 ${alreadyMinted + requested - ordered} 件。`,
      en: `The order${order === null ? '' : ` ${order}`} is for ${ordered}; ${alreadyMinted} are minted, and ${requested} more would be ${alreadyMinted + requested - ordered} too many.`,
    }),
    owner: () => ({
      zh: '厂家正在核对这批零件的数量。',
      en: 'The maker is checking the quantity of this series.',
    }),
    next: () => ({
      zh: '核对订单数量；确需增加时，请先更改订单。',
      en: 'Check the quantity ordered. If more are really needed, have the order changed first.',
    }),
  },
});
