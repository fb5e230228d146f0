import { invoiceOf } from './invoice.builder.ts';
import { issuedNotFitted } from './issued-not-fitted.rule.ts';
import { levelsFound } from './levels-found.ts';

test.each([
  { name: 'issued and fitted', evidence: invoiceOf(), levels: [] },
  { name: 'issued and neither fitted nor returned', evidence: invoiceOf({ issued: 2 }), levels: [4] },
  { name: 'issued and returned', evidence: invoiceOf({ issued: 2, returned: 1 }), levels: [] },
  { name: 'a bad new part, taken out again for another', evidence: invoiceOf({ issued: 2, removed: 1 }), levels: [] },
  {
    name: 'nothing of what was issued',
    evidence: invoiceOf({ issued: 1, fitted: 0, fittings: [], billed: null }),
    levels: [4],
  },
  { name: 'nothing was issued', evidence: invoiceOf({ issued: 0, fitted: 0, fittings: [], billed: null }), levels: [] },
  { name: 'more fitted than issued is no open unit', evidence: invoiceOf({ issued: 0 }), levels: [] },
])('$name', ({ evidence, levels }) => expect(levelsFound(issuedNotFitted, evidence)).toEqual(levels));
