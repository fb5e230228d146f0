import { approvalOf, attemptOf, DISC, fittingOf, lineOf, OLD_PADS, PADS, scanForOrder } from './evidence.builder.ts';
import { billedOf, invoiceOf, recordedFitting } from './invoice.builder.ts';
import { factsFound, levelsFound } from './levels-found.ts';
import { notApproved } from './not-approved.rule.ts';

const unapproved = lineOf({ approval: null });
const oneForTwo = { kind: 'forward', path: [OLD_PADS, PADS], ratio: { old: 1, new: 2 } } as const;

describe('before fitting', () => {
  test.each([
    { name: 'approved', evidence: fittingOf(), levels: [] },
    { name: 'never approved', evidence: fittingOf({ line: unapproved }), levels: [4] },
    { name: 'never approved, and nothing to scan', evidence: fittingOf({ line: unapproved, scan: null }), levels: [4] },
    {
      name: 'warranty work wants a yes too',
      evidence: fittingOf({ line: { ...unapproved, payType: 'warranty' } }),
      levels: [4],
    },
    {
      name: 'internal work is nobody’s bill',
      evidence: fittingOf({ line: { ...unapproved, payType: 'internal' } }),
      levels: [],
    },
    {
      name: 'the last of those approved',
      evidence: fittingOf({ line: lineOf({ approval: approvalOf({ quantity: 2 }) }), alreadyFitted: 1 }),
      levels: [],
    },
    { name: 'one more than approved', evidence: fittingOf({ alreadyFitted: 1 }), levels: [4] },
    {
      name: 'four litres, one approved',
      evidence: fittingOf({ scan: null, attempt: attemptOf({ quantity: 4 }) }),
      levels: [4],
    },
    {
      name: 'another category since the approval',
      evidence: fittingOf({ line: lineOf({ category: 'matching_quality' }) }),
      levels: [4],
    },
    {
      name: 'the second of two new ones that replace the one approved',
      evidence: fittingOf({ scan: scanForOrder({ supersession: oneForTwo }), alreadyFitted: 1 }),
      levels: [],
    },
    {
      name: 'a third of them',
      evidence: fittingOf({ scan: scanForOrder({ supersession: oneForTwo }), alreadyFitted: 2 }),
      levels: [4],
    },
    {
      name: 'too many and of another category',
      evidence: fittingOf({ line: lineOf({ category: 'reused' }), alreadyFitted: 1 }),
      levels: [4, 4],
    },
  ])('$name', ({ evidence, levels }) => expect(levelsFound(notApproved, evidence)).toEqual(levels));
});

describe('before billing', () => {
  const capped = lineOf({ approval: approvalOf({ priceCap: '428.00' }) });
  test.each([
    { name: 'as approved', evidence: invoiceOf(), levels: [] },
    { name: 'never approved', evidence: invoiceOf({ line: unapproved }), levels: [4] },
    { name: 'never approved and never billed', evidence: invoiceOf({ line: unapproved, billed: null }), levels: [] },
    { name: 'internal', evidence: invoiceOf({ line: { ...unapproved, payType: 'internal' } }), levels: [] },
    { name: 'more than approved', evidence: invoiceOf({ billed: billedOf({ quantity: 2 }) }), levels: [4] },
    {
      name: 'fewer than approved',
      evidence: invoiceOf({ line: lineOf({ approval: approvalOf({ quantity: 2 }) }) }),
      levels: [],
    },
    { name: 'another category', evidence: invoiceOf({ billed: billedOf({ category: 'reused' }) }), levels: [4] },
    { name: 'at the cap', evidence: invoiceOf({ line: capped }), levels: [] },
    {
      name: 'a cent above the cap',
      evidence: invoiceOf({ line: capped, billed: billedOf({ unitPrice: '428.01' }) }),
      levels: [4],
    },
    {
      name: 'above the cap, and the warranty pays',
      evidence: invoiceOf({ line: { ...capped, payType: 'warranty' }, billed: billedOf({ unitPrice: '428.01' }) }),
      levels: [],
    },
    {
      name: 'a part that was neither approved nor fitted',
      evidence: invoiceOf({ billed: billedOf({ partNumber: DISC }) }),
      levels: [4],
    },
    {
      name: 'the successor, by the number that was fitted',
      evidence: invoiceOf({ line: lineOf({ approval: approvalOf({ partNumber: OLD_PADS }) }) }),
      levels: [],
    },
    {
      name: 'two new ones for the one approved',
      evidence: invoiceOf({
        fitted: 2,
        fittings: [recordedFitting(), recordedFitting()],
        ratio: oneForTwo.ratio,
        billed: billedOf({ quantity: 2 }),
      }),
      levels: [],
    },
    {
      name: 'something that is not on the order',
      evidence: invoiceOf({}, { strangers: [{ line: 9, partNumber: DISC, quantity: 1 }] }),
      levels: [4],
    },
  ])('$name', ({ evidence, levels }) => expect(levelsFound(notApproved, evidence)).toEqual(levels));
});

it('names what differs', () =>
  expect(factsFound(notApproved, fittingOf({ line: lineOf({ category: 'reused' }), alreadyFitted: 1 }))).toEqual([
    { matter: 'quantity', approved: 1, wanted: 2 },
    { matter: 'category', approved: 'original', wanted: 'reused' },
  ]));
