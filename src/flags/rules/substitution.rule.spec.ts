import {
  approvalOf,
  DISC,
  inCar,
  lineOf,
  OLD_PADS,
  PADS,
  scanForOrder,
  scanOf,
  signedLabel,
  unitOf,
} from './evidence.builder.ts';
import { levelsFound } from './levels-found.ts';
import { substitution } from './substitution.rule.ts';

const disc = unitOf({ partNumber: DISC });
const forOld = lineOf({ approval: approvalOf({ partNumber: OLD_PADS }) });
const forward = { kind: 'forward', path: [OLD_PADS, PADS] } as const;

test.each([
  { name: 'another part than approved', evidence: scanForOrder({ unit: disc }), levels: [4] },
  { name: 'already when it is looked at', evidence: scanForOrder({ unit: disc, purpose: 'check' }), levels: [4] },
  {
    name: 'another than requested, nothing approved yet',
    evidence: scanForOrder({ unit: disc, line: lineOf({ approval: null }) }),
    levels: [4],
  },
  {
    name: 'the requested part, but another was approved',
    evidence: scanForOrder({ line: lineOf({ approval: approvalOf({ partNumber: DISC }) }) }),
    levels: [4],
  },
  {
    name: 'two old ones became one kit, and one is approved',
    evidence: scanForOrder({ line: forOld, supersession: { ...forward, ratio: { old: 2, new: 1 } } }),
    levels: [4],
  },
  { name: 'the approved part', evidence: scanForOrder(), levels: [] },
  {
    name: 'its valid successor',
    evidence: scanForOrder({ line: forOld, supersession: { ...forward, ratio: { old: 1, new: 1 } } }),
    levels: [],
  },
  {
    name: 'the older part is another finding',
    evidence: scanForOrder({
      unit: unitOf({ partNumber: OLD_PADS }),
      supersession: { kind: 'backward', path: [OLD_PADS, PADS] },
    }),
    levels: [],
  },
  { name: 'no order', evidence: scanOf({ unit: disc }), levels: [] },
  {
    name: 'no line that it could be for',
    evidence: scanForOrder({ unit: disc, line: null, purpose: 'check' }),
    levels: [],
  },
  { name: 'no unit', evidence: scanForOrder({ unit: null }), levels: [] },
  {
    name: 'the old part, read on the order that replaces it',
    evidence: scanForOrder({ unit: inCar({ partNumber: DISC }), purpose: 'check' }),
    levels: [],
  },
  {
    name: 'a forged label says nothing of any part',
    evidence: scanForOrder({ unit: disc, reading: signedLabel('false') }),
    levels: [],
  },
])('$name', ({ evidence, levels }) => expect(levelsFound(substitution, evidence)).toEqual(levels));
