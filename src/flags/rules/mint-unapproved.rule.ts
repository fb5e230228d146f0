import type { MintEvidence } from '../evidence.ts';
import { rule } from '../rule.ts';

/** So many batches of a part, the latest, say what is usual for it. */
export const USUAL_BATCHES = 20;

/**
 * Far more labels than this part ever had, and one person alone stands behind them. The second person is whoever imports the
 * order that they are minted for. What is usual, only a part with a long history
 * tells.
 */
export const mintUnapproved = rule({
  id: 'I03',
  name: 'MINT_UNAPPROVED',
  level: 5,
  subject: 'step',
  thresholds: { timesUsual: 20, atLeast: 20_000, batches: 10 },
  most: { batches: USUAL_BATCHES },
  check({ requested, earlierBatches, isOrderedByAnother }: MintEvidence, { timesUsual, atLeast, batches }) {
    if (isOrderedByAnother || requested < atLeast || earlierBatches.length < batches) return null;
    const largest = Math.max(...earlierBatches);
    return requested > largest * timesUsual ? { facts: { requested, largest } } : null;
  },
  words: {
    staff: ({ requested, largest }) => ({
      zh: `申请 ${requested} 个码，而这个零件以往最大一批是 ${largest} 个，且没有第二人确认。`,
      en: `${requested} labels are asked for; the largest batch of this part so far was ${largest}, and nobody else has confirmed it.`,
    }),
    owner: () => ({
      zh: '厂家正在核对这批零件的数量。',
      en: 'The maker is checking the quantity of this series.',
    }),
    next: () => ({
      zh: '请另一位负责人导入对应的订单，再按该订单赋码。',
      en: 'Have another person import the order for it, and mint against that order.',
    }),
  },
});
