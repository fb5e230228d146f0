import { above, pathOf, type Route, routeOf } from './route.ts';

const ROUTES: readonly (readonly [path: string, route: Route])[] = [
  ['/workshop', { name: 'orders' }],
  ['/workshop/orders/RO-1', { name: 'order', order: 'RO-1' }],
  ['/workshop/orders/RO%2F1%20a', { name: 'order', order: 'RO/1 a' }],
  ['/workshop/orders/%E5%B7%A5%E5%8D%95/lines/12', { name: 'line', order: '工单', line: 12 }],
  ['/workshop/orders/RO-1/invoice', { name: 'invoice', order: 'RO-1' }],
  ['/workshop/orders/invoice', { name: 'order', order: 'invoice' }],
  ['/workshop/check', { name: 'check' }],
  ['/workshop/shipments', { name: 'shipments' }],
  ['/workshop/shipments/01a2', { name: 'shipment', id: '01a2' }],
  ['/workshop/returns', { name: 'returns' }],
  ['/workshop/outbox', { name: 'outbox' }],
  ['/workshop/account', { name: 'account' }],
];

test.each(ROUTES)('%s is read and written the same', (path, route) => {
  expect(routeOf(path)).toEqual(route);
  expect(pathOf(route)).toBe(path);
});

test.each([
  ['a final slash', '/workshop/', { name: 'orders' }],
  ['orders as a room', '/workshop/orders', { name: 'orders' }],
  ['another page', '/desk', { name: 'nowhere' }],
  ['a name that only begins like ours', '/workshops', { name: 'nowhere' }],
  ['an unknown room', '/workshop/attic', { name: 'nowhere' }],
  ['a line that is none', '/workshop/orders/RO-1/lines/0', { name: 'nowhere' }],
  ['more than there is', '/workshop/outbox/1', { name: 'nowhere' }],
  ['half an escape', '/workshop/orders/100%', { name: 'order', order: '100%' }],
] as const)('%s', (_, path, route) => expect(routeOf(path)).toEqual(route));

test.each([
  ['the rooms have nothing above them', { name: 'shipments' }, null],
  ['a line is under its order', { name: 'line', order: 'RO-1', line: 2 }, { name: 'order', order: 'RO-1' }],
  ['a shipment is under the shipments', { name: 'shipment', id: '1' }, { name: 'shipments' }],
  ['an order is under the orders', { name: 'order', order: 'RO-1' }, { name: 'orders' }],
] as const)('%s', (_, route, up) => expect(above(route)).toEqual(up));
