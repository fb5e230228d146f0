import { fittingOf, PADS } from './evidence.builder.ts';
import { levelsFound } from './levels-found.ts';
import { oldPartMismatch } from './old-part-mismatch.rule.ts';

const old = {
  isKnown: true,
  serial: '4H8RW2C6YTMB',
  partNumber: PADS,
  wasFittedHere: true,
  isNewPart: false,
  isTold: false,
};

test.each([
  { name: 'the unit that was fitted to this car', evidence: fittingOf({ oldUnit: old }), levels: [] },
  {
    name: 'a unit that never was in this car',
    evidence: fittingOf({ oldUnit: { ...old, wasFittedHere: false } }),
    levels: [5],
  },
  {
    name: 'the same, and the new part has no code',
    evidence: fittingOf({ scan: null, oldUnit: { ...old, wasFittedHere: false } }),
    levels: [5],
  },
  {
    name: 'the new part’s own label, read by mistake',
    evidence: fittingOf({ oldUnit: { ...old, isNewPart: true, wasFittedHere: false } }),
    levels: [2],
  },
  {
    name: 'a label that nobody knows',
    evidence: fittingOf({ oldUnit: { ...old, isKnown: false, wasFittedHere: false } }),
    levels: [],
  },
  {
    name: 'the new part’s own label, read when it is in the car already',
    evidence: fittingOf({ oldUnit: { ...old, isNewPart: true } }),
    levels: [2],
  },
  {
    name: 'the old part of another replacement of this order',
    evidence: fittingOf({ oldUnit: { ...old, isTold: true } }),
    levels: [4],
  },
  { name: 'an old part without a label', evidence: fittingOf(), levels: [] },
])('$name', ({ evidence, levels }) => expect(levelsFound(oldPartMismatch, evidence)).toEqual(levels));
