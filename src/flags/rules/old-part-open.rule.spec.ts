import { lineOf } from './evidence.builder.ts';
import { invoiceOf, recordedFitting } from './invoice.builder.ts';
import { levelsFound } from './levels-found.ts';
import { oldPartOpen } from './old-part-open.rule.ts';

const open = recordedFitting({ hasOldPartOutcome: false });

test.each([
  { name: 'every old part is accounted for', evidence: invoiceOf(), levels: [] },
  { name: 'one is not', evidence: invoiceOf({ fittings: [open] }), levels: [4] },
  { name: 'one of two is not', evidence: invoiceOf({ fittings: [recordedFitting(), open] }), levels: [4] },
  {
    name: 'followed by lot',
    evidence: invoiceOf({ line: lineOf({ tracking: 'lot' }), fittings: [open] }),
    levels: [4],
  },
  {
    name: 'a gasket that nobody follows',
    evidence: invoiceOf({ line: lineOf({ tracking: 'none' }), fittings: [open] }),
    levels: [],
  },
  { name: 'nothing was fitted', evidence: invoiceOf({ fitted: 0, fittings: [] }), levels: [] },
])('$name', ({ evidence, levels }) => expect(levelsFound(oldPartOpen, evidence)).toEqual(levels));
