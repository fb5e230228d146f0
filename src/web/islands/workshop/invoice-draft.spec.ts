import type { Fitting, Order, OrderLine } from './contract.ts';
import { draftOf, invoiceOf } from './invoice-draft.ts';

const FITTED = { partNumber: 'CH-2', undoneAt: null, removedAt: null } as Fitting;

const lineOf = (over: Partial<OrderLine>): OrderLine =>
  ({
    line: 1,
    partNumber: 'CH-1',
    category: 'original',
    quantity: 2,
    unitPrice: '428.00',
    payType: 'customer',
    fitted: 1,
    fittings: [FITTED],
    ...over,
  }) as OrderLine;

const orderOf = (...lines: OrderLine[]): Order => ({ number: 'RO-1', odometerOut: null, lines }) as unknown as Order;

test.each([
  { name: 'what is in the car, not what was asked for', line: {}, billed: { partNumber: 'CH-2', quantity: 1 } },
  { name: 'the number asked for where nothing tells another', line: { fittings: [] }, billed: { partNumber: 'CH-1' } },
  { name: 'nothing that was not fitted', line: { fitted: 0 }, billed: null },
  { name: 'what a warranty pays', line: { payType: 'warranty' }, billed: { partNumber: 'CH-2', unitPrice: '428.00' } },
  {
    name: 'no price where the order has none and the owner does not pay',
    line: { payType: 'goodwill', unitPrice: null },
    billed: { unitPrice: '0.00' },
  },
])('suggests $name', ({ line, billed }) => {
  const { lines } = invoiceOf({ ...draftOf(orderOf(lineOf(line)), null), number: 'INV' }, {}) as { lines: object[] };
  expect(lines).toEqual(billed === null ? [] : [expect.objectContaining(billed)]);
});

test('leaves out what was left empty', () => {
  const draft = { number: ' INV-1 ', odometerOut: ' ', lines: [], labour: [{ description: ' ', amount: '' }] };
  expect(invoiceOf(draft, { R09: ' ' })).toEqual({ number: 'INV-1', lines: [], labour: [] });
});

test('carries a supervisor’s reasons', () =>
  expect(invoiceOf({ number: 'I', odometerOut: '9', lines: [], labour: [] }, { R09: ' agreed ' })).toMatchObject({
    odometerOut: 9,
    overrides: [{ rule: 'R09', reason: 'agreed' }],
  }));
