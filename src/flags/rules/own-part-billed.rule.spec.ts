import { lineOf } from './evidence.builder.ts';
import { billedOf, invoiceOf } from './invoice.builder.ts';
import { levelsFound } from './levels-found.ts';
import { ownPartBilled } from './own-part-billed.rule.ts';

const own = lineOf({ category: 'customer_supplied' });

test.each([
  { name: 'the customer’s own part, billed', evidence: invoiceOf({ line: own }), levels: [4] },
  { name: 'listed at zero', evidence: invoiceOf({ line: own, billed: billedOf({ unitPrice: '0.00' }) }), levels: [] },
  { name: 'not listed', evidence: invoiceOf({ line: own, billed: null }), levels: [] },
  {
    name: 'billed under that very category',
    evidence: invoiceOf({ billed: billedOf({ category: 'customer_supplied' }) }),
    levels: [4],
  },
  { name: 'the workshop’s part, billed', evidence: invoiceOf(), levels: [] },
])('$name', ({ evidence, levels }) => expect(levelsFound(ownPartBilled, evidence)).toEqual(levels));
