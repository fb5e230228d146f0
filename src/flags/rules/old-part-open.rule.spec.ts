import { lineOf } from './evidence.builder.ts';
import { invoiceOf, recordedFitting } from './invoice.builder.ts';
import { levelsFound } from './levels-found.ts';
import { oldPartOpen } from './old-part-open.rule.ts';

test.each([
  { name: 'every old part is accounted for', evidence: invoiceOf(), levels: [] },
  { name: 'one is not', evidence: invoiceOf({ oldPartsOpen: 1 }), levels: [4] },
  {
    name: 'one of two is not',
    evidence: invoiceOf({ fittings: [recordedFitting(), recordedFitting()], oldPartsOpen: 1 }),
    levels: [4],
  },
  {
    name: 'followed by lot',
    evidence: invoiceOf({ line: lineOf({ tracking: 'lot' }), oldPartsOpen: 1 }),
    levels: [4],
  },
  {
    name: 'a gasket that nobody follows',
    evidence: invoiceOf({ line: lineOf({ tracking: 'none' }), oldPartsOpen: 1 }),
    levels: [],
  },
  { name: 'nothing was fitted', evidence: invoiceOf({ fitted: 0, fittings: [] }), levels: [] },
])('$name', ({ evidence, levels }) => expect(levelsFound(oldPartOpen, evidence)).toEqual(levels));
