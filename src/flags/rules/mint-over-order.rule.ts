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
    if (ordered === null) return null;
    const excess = requested + alreadyMinted - ordered;
    return excess > 0 ? { facts: { order: orderNumber, ordered, alreadyMinted, requested, excess } } : null;
  },
  words: {
    staff: ({ order, ordered, alreadyMinted, requested, excess }) => ({
      zh: `订单${order === null ? '' : ` ${order} `}共 ${ordered} 件，已赋码 ${alreadyMinted} 件，再申请 ${requested} 件将超出 ${excess} 件。`,
      en: `The order${order === null ? '' : ` ${order}`} is for ${ordered}; with ${alreadyMinted} minted, ${requested} more would be ${excess} too many.`,
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
