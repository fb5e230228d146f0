import { levelsFound } from './levels-found.ts';
import { mintOverOrder } from './mint-over-order.rule.ts';

const bulk = { earlierBatches: [], isOrderedByAnother: true };
const mint = { orderNumber: 'DO-2026-1123', ordered: 40, alreadyMinted: 0, requested: 40, ...bulk };

test.each([
  { name: 'as many as ordered', evidence: mint, levels: [] },
  { name: 'one more than ordered', evidence: { ...mint, requested: 41 }, levels: [5] },
  { name: 'the rest of the order', evidence: { ...mint, alreadyMinted: 30, requested: 10 }, levels: [] },
  { name: 'more than the rest', evidence: { ...mint, alreadyMinted: 30, requested: 11 }, levels: [5] },
  { name: 'nothing of this part and lot was ordered', evidence: { ...mint, ordered: 0, requested: 1 }, levels: [5] },
  { name: 'for no order', evidence: { ...mint, orderNumber: null, ordered: null, requested: 10_000 }, levels: [] },
])('$name', ({ evidence, levels }) => expect(levelsFound(mintOverOrder, evidence)).toEqual(levels));
