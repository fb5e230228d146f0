import type { Part } from '../catalogue/part.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import { mintKey, type OrderRecords, planOrder } from './dispatch-order-plan.ts';
import { lineKey, type OrderRow } from './dispatch-order-sheet.ts';

const row = (more: Partial<OrderRow> = {}): OrderRow => ({
  row: 2,
  order: 'DO-1',
  partNumber: 'CH-1',
  quantity: 40,
  lot: 'L1',
  consignee: 'WS-1',
  ...more,
});
const part = (partNumber: string, isActive = true) => ({ partNumber, isActive }) as Part;

interface Known {
  /** Quantity of the one line that is on record. */
  readonly stored?: number;
  readonly minted?: number;
  readonly isActive?: boolean;
}

function recordsOf({ stored, minted = 0, isActive = true }: Known): OrderRecords {
  return {
    parts: new Map([['CH-1', part('CH-1', isActive)]]),
    consignees: new Map([
      ['WS-1', 'ws-1' as OrganisationId],
      ['WS-2', 'ws-2' as OrganisationId],
    ]),
    stored: new Map(stored === undefined ? [] : [[lineKey(row()), stored]]),
    minted: new Map([[mintKey(row()), { minted, ordered: stored ?? 0 }]]),
  };
}

test.each([
  { name: 'a new line is minted', known: {}, is: { change: 'new', toMint: 40 } },
  {
    name: 'the same line again mints nothing',
    known: { stored: 40, minted: 40 },
    is: { change: 'unchanged', toMint: 0 },
  },
  { name: 'the same line again, before its batch was done', known: { stored: 40, minted: 40 }, is: { toMint: 0 } },
  { name: 'what was voided is not minted again unasked', known: { stored: 40, minted: 30 }, is: { toMint: 0 } },
  {
    name: 'a line that grew mints the difference',
    known: { stored: 30, minted: 30 },
    is: { change: 'amended', toMint: 10 },
  },
  { name: 'a line that shrank mints nothing', known: { stored: 50, minted: 20 }, is: { change: 'amended', toMint: 0 } },
  { name: 'labels made before the order came count', known: { minted: 15 }, is: { change: 'new', toMint: 25 } },
  { name: 'all labels made before the order came', known: { minted: 40 }, is: { change: 'new', toMint: 0 } },
  {
    name: 'an unchanged line of a part that is sold no more',
    known: { stored: 40, isActive: false },
    is: { change: 'unchanged' },
  },
])('$name', ({ known, is }) => {
  const { lines, faults } = planOrder({ rows: [row()], faults: [] }, recordsOf(known), true);
  expect(faults).toEqual([]);
  expect(lines).toMatchObject([is]);
});

test.each([
  { name: 'no such part', wish: row({ partNumber: 'CH-2' }), known: {}, fault: 'partNumber PART_UNKNOWN' },
  { name: 'a part sold no more', wish: row(), known: { isActive: false }, fault: 'partNumber PART_INACTIVE' },
  { name: 'no such consignee', wish: row({ consignee: 'WS-9' }), known: {}, fault: 'consignee CONSIGNEE_UNKNOWN' },
  { name: 'fewer than are minted', wish: row(), known: { stored: 50, minted: 50 }, fault: 'quantity LESS_THAN_MINTED' },
  { name: 'fewer than were minted before', wish: row(), known: { minted: 41 }, fault: 'quantity LESS_THAN_MINTED' },
])('refused: $name', ({ wish, known, fault }) => {
  const { lines, faults } = planOrder({ rows: [wish], faults: [] }, recordsOf(known), true);
  expect(lines).toEqual([]);
  expect(faults.map(({ column, code }) => `${column} ${code}`)).toEqual([fault]);
});

test('only a lead changes what was ordered', () => {
  const { faults } = planOrder({ rows: [row()], faults: [] }, recordsOf({ stored: 30 }), false);
  expect(faults).toMatchObject([{ code: 'LINE_CHANGED', row: 2, value: '40' }]);
});

test('two consignees share what is left of a part and lot', () => {
  const rows = [row(), row({ row: 3, consignee: 'WS-2', quantity: 20 })];
  const { lines } = planOrder({ rows, faults: [] }, recordsOf({ minted: 50 }), true);
  expect(lines.map(({ toMint }) => toMint)).toEqual([10, 0]);
});

test('one consignee may give to another what is minted', () => {
  const rows = [row({ quantity: 10 }), row({ row: 3, consignee: 'WS-2', quantity: 30 })];
  const { lines, faults } = planOrder({ rows, faults: [] }, recordsOf({ stored: 40, minted: 40 }), true);
  expect(faults).toEqual([]);
  expect(lines.map(({ toMint }) => toMint)).toEqual([0, 0]);
});
