import { hours, scanOf, signedLabel, unitOf } from './evidence.builder.ts';
import { keyRevoked } from './key-revoked.rule.ts';
import { factsFound, levelsFound } from './levels-found.ts';

const revoked = { isRevoked: true, cutOffAt: hours(-100) };
const label = signedLabel('issued', revoked);

test.each([
  {
    name: 'issued after the cut-off',
    evidence: scanOf({ reading: label, unit: unitOf({ issuedAt: hours(-99) }) }),
    levels: [4],
  },
  {
    name: 'issued at the very cut-off',
    evidence: scanOf({ reading: label, unit: unitOf({ issuedAt: hours(-100) }) }),
    levels: [4],
  },
  {
    name: 'issued before the cut-off stays good',
    evidence: scanOf({ reading: label, unit: unitOf({ issuedAt: hours(-101) }) }),
    levels: [],
  },
  {
    name: 'revoked for all time',
    evidence: scanOf({ reading: signedLabel('issued', { isRevoked: true, cutOffAt: null }) }),
    levels: [4],
  },
  {
    name: 'in no register, so of no known age',
    evidence: scanOf({ reading: signedLabel('true', revoked), unit: null }),
    levels: [4],
  },
  {
    name: 'signed again: the age of the genuine unit proves nothing',
    evidence: scanOf({ reading: signedLabel('true', revoked), unit: unitOf({ issuedAt: hours(-200) }) }),
    levels: [4],
  },
  {
    name: 'a key in good standing',
    evidence: scanOf({ reading: signedLabel('issued', { isRevoked: false, cutOffAt: null }) }),
    levels: [],
  },
  {
    name: 'a false signature is of no key at all',
    evidence: scanOf({ reading: signedLabel('false', revoked) }),
    levels: [],
  },
])('$name', ({ evidence, levels }) => expect(levelsFound(keyRevoked, evidence)).toEqual(levels));

it('names key and cut-off', () => {
  expect(factsFound(keyRevoked, scanOf({ reading: label }))).toEqual([]);
  expect(factsFound(keyRevoked, scanOf({ reading: label, unit: unitOf({ issuedAt: hours(-1) }) }))).toEqual([
    { kid: 'key-1', cutOffAt: hours(-100).toISOString() },
  ]);
});
