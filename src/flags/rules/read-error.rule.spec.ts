import type { LabelReading } from '../evidence.ts';
import { OUR_LABEL, PASSER_BY, scanOf, signedLabel, TYPED } from './evidence.builder.ts';
import { factsFound, levelsFound } from './levels-found.ts';
import { readError } from './read-error.rule.ts';

const mangled: LabelReading = { kind: 'unreadable', reason: 'grammar', hint: 'truncated' };

test.each([
  { name: 'a mangled read is the reader’s trouble', evidence: scanOf({ reading: mangled, unit: null }), levels: [2] },
  {
    name: 'also without a guess at the cause',
    evidence: scanOf({ reading: { ...mangled, hint: undefined } }),
    levels: [2],
  },
  { name: 'for anybody with a phone too', evidence: scanOf({ reading: mangled, witness: PASSER_BY }), levels: [2] },
  { name: 'a label that reads well', evidence: scanOf({ reading: OUR_LABEL }), levels: [] },
  { name: 'a typed serial', evidence: scanOf({ reading: TYPED }), levels: [] },
  { name: 'a forged label reads well', evidence: scanOf({ reading: signedLabel('false') }), levels: [] },
])('$name', ({ evidence, levels }) => expect(levelsFound(readError, evidence)).toEqual(levels));

it('passes on what the reader guessed', () => {
  expect(factsFound(readError, scanOf({ reading: mangled }))).toEqual([{ reason: 'grammar', hint: 'truncated' }]);
  expect(factsFound(readError, scanOf({ reading: { kind: 'unreadable', reason: 'empty' } }))).toEqual([
    { reason: 'empty', hint: null },
  ]);
});
