import { unitWay } from './unit-way.ts';

const DAY = '2026-11-23T02:00:00.000Z';
/** `received@` happened at the workshop. */
const walk = (...types: string[]) =>
  unitWay(types.map((type) => ({ type: type.replace('@', ''), at: DAY, isHere: type.endsWith('@') }))).map(
    ({ step }) => step,
  );

test.each([
  {
    name: 'from the maker to the car',
    events: ['minted', 'commissioned', 'shipped', 'received@', 'allocated@', 'fitted@'],
    way: ['issued', 'in_stock', 'sent', 'arrived', 'fitted'],
  },
  {
    name: 'by way of another site',
    events: ['minted', 'commissioned', 'shipped', 'received', 'shipped', 'received@', 'fitted@'],
    way: ['issued', 'in_stock', 'sent', 'received', 'sent', 'arrived', 'fitted'],
  },
  {
    name: 'a shipment that was taken back is none',
    events: ['minted', 'commissioned', 'shipped', 'shipment_voided', 'shipped', 'received@', 'fitted@'],
    way: ['issued', 'in_stock', 'sent', 'arrived', 'fitted'],
  },
  {
    name: 'a fitting that was undone is none',
    events: ['minted', 'commissioned', 'fitted@', 'fitting_undone@', 'fitted@'],
    way: ['issued', 'in_stock', 'fitted'],
  },
  { name: 'holds are no steps', events: ['minted', 'hold_placed', 'hold_cleared'], way: ['issued'] },
])('$name', ({ events, way }) => expect(walk(...events)).toEqual(way));
