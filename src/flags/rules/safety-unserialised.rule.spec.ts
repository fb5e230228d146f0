import { fittingOf, lineOf, scanForOrder, signedLabel, TYPED } from './evidence.builder.ts';
import { levelsFound } from './levels-found.ts';
import { safetyUnserialised } from './safety-unserialised.rule.ts';

test.each([
  { name: 'brake pads with their code', evidence: fittingOf(), levels: [] },
  {
    name: 'brake pads by their typed serial',
    evidence: fittingOf({ scan: scanForOrder({ reading: TYPED }) }),
    levels: [],
  },
  { name: 'brake pads without a code', evidence: fittingOf({ scan: null }), levels: [4] },
  {
    name: 'brake pads with a code that nobody knows',
    evidence: fittingOf({ scan: scanForOrder({ unit: null }) }),
    levels: [4],
  },
  {
    name: 'brake pads with a forged code',
    evidence: fittingOf({ scan: scanForOrder({ reading: signedLabel('false') }) }),
    levels: [4],
  },
  {
    name: 'remanufactured ones without a code',
    evidence: fittingOf({ scan: null, line: lineOf({ category: 'remanufactured' }) }),
    levels: [4],
  },
  {
    name: 'declared matching quality: no code of ours to scan',
    evidence: fittingOf({ scan: null, line: lineOf({ category: 'matching_quality' }) }),
    levels: [],
  },
  {
    name: 'brought by the customer',
    evidence: fittingOf({ scan: null, line: lineOf({ category: 'customer_supplied' }) }),
    levels: [],
  },
  {
    name: 'an air filter without a code',
    evidence: fittingOf({ scan: null, line: lineOf({ partClass: 'wear' }) }),
    levels: [],
  },
  {
    name: 'a safety part that is followed by lot',
    evidence: fittingOf({ scan: null, line: lineOf({ tracking: 'lot' }) }),
    levels: [],
  },
])('$name', ({ evidence, levels }) => expect(levelsFound(safetyUnserialised, evidence)).toEqual(levels));
