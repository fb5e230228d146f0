import { dispute } from './dispute.rule.ts';
import { levelsFound } from './levels-found.ts';

test.each([
  { reason: 'not_fitted', line: 1, levels: [4] },
  { reason: 'old_part_not_shown', line: null, levels: [4] },
  { reason: 'wrong_class', line: 2, levels: [4] },
  { reason: 'not_agreed', line: 1, levels: [] },
  { reason: 'price', line: 1, levels: [] },
  { reason: 'other', line: null, levels: [] },
] as const)('$reason', ({ levels, ...evidence }) => expect(levelsFound(dispute, evidence)).toEqual(levels));
