import { levelsFound } from './levels-found.ts';
import { mintUnapproved } from './mint-unapproved.rule.ts';

const mint = {
  orderNumber: null,
  ordered: null,
  alreadyMinted: 0,
  requested: 60_000,
  earlierBatches: [200, 500, 300, 200, 400, 250, 500, 300, 200, 450],
  isOrderedByAnother: false,
};

test.each([
  { name: 'a hundred times the usual, by one person', evidence: mint, levels: [5] },
  { name: 'for an order that somebody else imported', evidence: { ...mint, isOrderedByAnother: true }, levels: [] },
  { name: 'as usual', evidence: { ...mint, requested: 500 }, levels: [] },
  { name: 'ten times the usual', evidence: { ...mint, requested: 5_000 }, levels: [] },
  { name: 'a part that was minted three times', evidence: { ...mint, earlierBatches: [2, 3, 4] }, levels: [] },
  {
    name: 'many times a handful',
    evidence: { ...mint, requested: 10_000, earlierBatches: Array.from({ length: 12 }, () => 4) },
    levels: [],
  },
  { name: 'a new part', evidence: { ...mint, earlierBatches: [] }, levels: [] },
])('$name', ({ evidence, levels }) => expect(levelsFound(mintUnapproved, evidence)).toEqual(levels));
