import { advanceOrder, IllegalOrderStatus, isSettled, ORDER_STATUSES } from './order-status.ts';
import { normalVin } from '../kernel/vin.ts';

describe('a repair order', () => {
  test.each([
    { name: 'is approved after the estimate', from: 'estimated', to: 'approved', fitted: false },
    { name: 'rests and goes on', from: 'on_hold', to: 'in_progress', fitted: true },
    { name: 'is cancelled before anything is fitted', from: 'approved', to: 'cancelled', fitted: false },
    { name: 'is delivered after the invoice', from: 'invoiced', to: 'delivered', fitted: true },
  ] as const)('$name', ({ from, to, fitted }) => expect(advanceOrder(from, to, fitted)).toBe(to));

  test.each([
    { name: 'is never reopened', from: 'closed', to: 'in_progress', fitted: true },
    { name: 'does not go back behind its invoice', from: 'invoiced', to: 'ready', fitted: true },
    { name: 'is not cancelled with a part in the car', from: 'approved', to: 'cancelled', fitted: true },
    { name: 'is not delivered unbilled', from: 'ready', to: 'delivered', fitted: true },
  ] as const)('$name', ({ from, to, fitted }) =>
    expect(() => advanceOrder(from, to, fitted)).toThrow(IllegalOrderStatus),
  );

  it('is settled from its invoice on', () =>
    expect(ORDER_STATUSES.filter(isSettled)).toEqual(['invoiced', 'delivered', 'closed', 'cancelled']));
});

describe('a VIN', () => {
  test.each([
    ['lchare3k8an100200', 'LCHARE3K8AN100200'],
    ['LCH ARE3K8-AN100200', 'LCHARE3K8AN100200'],
    ['ＬＣＨＡＲＥ３Ｋ８ＡＮ１００２００', 'LCHARE3K8AN100200'],
    ['LCHARE3K8AN10020', null],
    ['LCHARE3K8AN10020O', null],
  ])('%s → %s', (text, vin) => expect(normalVin(text)).toBe(vin));
});
