import { badSignature } from './bad-signature.rule.ts';
import { OUR_LABEL, PASSER_BY, scanOf, signedLabel, TYPED } from './evidence.builder.ts';
import { levelsFound } from './levels-found.ts';

const forged = signedLabel('false');

test.each([
  { name: 'a forged signature', evidence: scanOf({ reading: forged, unit: null }), levels: [5] },
  { name: 'a forged signature under a borrowed serial', evidence: scanOf({ reading: forged }), levels: [5] },
  {
    name: 'needs no witness: the code itself is the proof',
    evidence: scanOf({ reading: forged, witness: PASSER_BY }),
    levels: [5],
  },
  { name: 'our own label', evidence: scanOf({ reading: OUR_LABEL }), levels: [] },
  {
    name: 'a true signature that we did not print is another finding',
    evidence: scanOf({ reading: signedLabel('true') }),
    levels: [],
  },
  { name: 'a typed serial has no signature', evidence: scanOf({ reading: TYPED }), levels: [] },
  {
    name: 'a mangled read has none either',
    evidence: scanOf({ reading: { kind: 'unreadable', reason: 'signatureText' } }),
    levels: [],
  },
])('$name', ({ evidence, levels }) => expect(levelsFound(badSignature, evidence)).toEqual(levels));

it('speaks of the code, so that no genuine unit is held', () => expect(badSignature.subject).toBe('code'));
