import { AT_WAREHOUSE, ELSEWHERE, inCar, PASSER_BY, scanOf, seen, signedLabel } from './evidence.builder.ts';
import { levelsFound } from './levels-found.ts';
import { resaleTrace } from './resale-trace.rule.ts';

const sealed = seen({ seal: 'intact' });

test.each([
  { name: 'stock', evidence: scanOf({ purpose: 'return' }), levels: [] },
  { name: 'fitted here, given back as new', evidence: scanOf({ unit: inCar(), purpose: 'return' }), levels: [5] },
  {
    name: 'fitted there, sealed here',
    evidence: scanOf({ unit: inCar(), witness: ELSEWHERE, observed: sealed }),
    levels: [5],
  },
  {
    name: 'fitted there, arrives sealed at the warehouse',
    evidence: scanOf({ unit: inCar(), witness: AT_WAREHOUSE, purpose: 'receive', observed: sealed }),
    levels: [5],
  },
  {
    name: 'fitted there, read here: it may be a copy',
    evidence: scanOf({ unit: inCar(), witness: ELSEWHERE }),
    levels: [],
  },
  {
    name: 'somebody ticks the seal of a part that is in a car here',
    evidence: scanOf({ unit: inCar(), observed: sealed }),
    levels: [],
  },
  { name: 'a passer-by', evidence: scanOf({ unit: inCar(), witness: PASSER_BY, observed: sealed }), levels: [] },
  {
    name: 'a forged code under its number',
    evidence: scanOf({ unit: inCar(), reading: signedLabel('false'), witness: ELSEWHERE, observed: sealed }),
    levels: [],
  },
])('$name', ({ evidence, levels }) => expect(levelsFound(resaleTrace, evidence)).toEqual(levels));
