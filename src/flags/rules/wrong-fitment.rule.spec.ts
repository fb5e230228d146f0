import { fittingOf, lineOf, orderOf, scanForOrder, signedLabel, unitOf } from './evidence.builder.ts';
import { levelsFound } from './levels-found.ts';
import { wrongFitment } from './wrong-fitment.rule.ts';

const into = (model: string | null) => fittingOf({ order: orderOf({ model }) });
const uncoded = (model: string, models: string[]) =>
  fittingOf({ scan: null, order: orderOf({ model }), line: lineOf({ models }) });

test.each([
  { name: 'the model it is for', evidence: into('E300'), levels: [] },
  { name: 'a trim of it', evidence: into('e300 豪华型'), levels: [] },
  { name: 'a family that the model belongs to', evidence: into('E35'), levels: [] },
  { name: 'another model', evidence: into('X500'), levels: [4] },
  { name: 'the order names none', evidence: into(null), levels: [2] },
  {
    name: 'the catalogue names none',
    evidence: fittingOf({ order: orderOf({ model: 'X500' }), scan: scanForOrder({ unit: unitOf({ models: [] }) }) }),
    levels: [],
  },
  { name: 'without a code, by the part asked for', evidence: uncoded('X500', ['E300']), levels: [4] },
  { name: 'without a code, and it fits', evidence: uncoded('X500', ['X500']), levels: [] },
  {
    name: 'a forged code tells nothing of the part',
    evidence: fittingOf({ scan: scanForOrder({ reading: signedLabel('false'), unit: unitOf({ models: ['Z9'] }) }) }),
    levels: [],
  },
])('$name', ({ evidence, levels }) => expect(levelsFound(wrongFitment, evidence)).toEqual(levels));
