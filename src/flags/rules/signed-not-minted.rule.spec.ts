import { OUR_LABEL, scanOf, signedLabel, TYPED } from './evidence.builder.ts';
import { factsFound, levelsFound } from './levels-found.ts';
import { signedNotMinted } from './signed-not-minted.rule.ts';

const signed = signedLabel('true');

test.each([
  { name: 'signed, and the serial is in no register', evidence: scanOf({ reading: signed, unit: null }), levels: [5] },
  { name: 'signed again for a serial that has its label', evidence: scanOf({ reading: signed }), levels: [5] },
  { name: 'the very text that was printed', evidence: scanOf({ reading: OUR_LABEL }), levels: [] },
  {
    name: 'a forged signature is another finding',
    evidence: scanOf({ reading: signedLabel('false'), unit: null }),
    levels: [],
  },
  { name: 'a typed unknown serial is another finding', evidence: scanOf({ reading: TYPED, unit: null }), levels: [] },
])('$name', ({ evidence, levels }) => expect(levelsFound(signedNotMinted, evidence)).toEqual(levels));

it('tells the one case from the other', () => {
  expect(factsFound(signedNotMinted, scanOf({ reading: signed, unit: null }))).toMatchObject([
    { isSerialRegistered: false },
  ]);
  expect(factsFound(signedNotMinted, scanOf({ reading: signed }))).toMatchObject([{ isSerialRegistered: true }]);
});
