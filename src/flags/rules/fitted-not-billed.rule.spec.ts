import { lineOf } from './evidence.builder.ts';
import { billedOf, invoiceOf } from './invoice.builder.ts';
import { fittedNotBilled } from './fitted-not-billed.rule.ts';
import { factsFound, levelsFound } from './levels-found.ts';

const paidBy = (payType: 'warranty' | 'goodwill' | 'insurance' | 'internal') =>
  invoiceOf({ line: lineOf({ payType }), billed: null });

test.each([
  { name: 'fitted and billed', evidence: invoiceOf(), levels: [] },
  { name: 'fitted and on no bill', evidence: invoiceOf({ billed: null }), levels: [3] },
  { name: 'two fitted, one billed', evidence: invoiceOf({ fitted: 2 }), levels: [3] },
  { name: 'a present: billed at zero', evidence: invoiceOf({ billed: billedOf({ unitPrice: '0.00' }) }), levels: [] },
  { name: 'under warranty', evidence: paidBy('warranty'), levels: [] },
  { name: 'as goodwill', evidence: paidBy('goodwill'), levels: [] },
  { name: 'paid by an insurer', evidence: paidBy('insurance'), levels: [] },
  { name: 'internal', evidence: paidBy('internal'), levels: [] },
  {
    name: 'the owner’s own part',
    evidence: invoiceOf({ line: lineOf({ category: 'customer_supplied' }), billed: null }),
    levels: [],
  },
  { name: 'neither fitted nor billed', evidence: invoiceOf({ fitted: 0, fittings: [], billed: null }), levels: [] },
])('$name', ({ evidence, levels }) => expect(levelsFound(fittedNotBilled, evidence)).toEqual(levels));

it('counts both', () =>
  expect(factsFound(fittedNotBilled, invoiceOf({ billed: null }))).toMatchObject([{ fitted: 1, billed: 0 }]));
