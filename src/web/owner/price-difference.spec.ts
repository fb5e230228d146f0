import { priceDifference } from './price-difference.ts';

test.each([
  { name: 'the list price itself', billed: '428.00', list: '428', is: { kind: 'same' } },
  { name: 'above', billed: '448.00', list: '428.00', is: { kind: 'above', by: '20.00', share: 0.0467 } },
  { name: 'below', billed: '400.00', list: '428.00', is: { kind: 'below', by: '28.00', share: 0.0654 } },
  { name: 'far above', billed: '1284.00', list: '428.00', is: { kind: 'above', by: '856.00', share: 2 } },
  { name: 'given away', billed: '0.00', list: '428.00', is: { kind: 'below', by: '428.00', share: 1 } },
  { name: 'no list price', billed: '428.00', list: null, is: null },
  { name: 'a list price of nothing', billed: '428.00', list: '0.00', is: null },
])('$name', ({ billed, list, is }) => expect(priceDifference(billed, list)).toEqual(is));
