import { unitOf } from './evidence.builder.ts';
import { levelsFound } from './levels-found.ts';
import { returnSwap } from './return-swap.rule.ts';

test.each([
  { name: 'not what went out', inspection: { isAsNew: false, note: 'worn' }, levels: [5] },
  { name: 'as new', inspection: { isAsNew: true, note: null }, levels: [] },
  { name: 'as new, with a remark', inspection: { isAsNew: true, note: 'box dented' }, levels: [] },
])('$name', ({ inspection, levels }) =>
  expect(levelsFound(returnSwap, { unit: unitOf(), inspection })).toEqual(levels),
);
