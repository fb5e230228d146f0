import type { OwnerLine } from './owner-invoice.ts';
import { placeOnBill } from './place-on-bill.ts';

const GTIN = '06901234000016';
const ANOTHER = '06901234000023';
const undone = { at: '2026-11-23T02:00:00Z', reason: 'the wrong one' };
const piece = (serial: string | null, more = {}) => ({ gtin: serial && GTIN, serial, undone: null, ...more });
const bill = (...lines: object[][]) => lines.map((units, at) => ({ line: at + 1, units }) as unknown as OwnerLine);
const lines = bill([piece('A', { undone }), piece('B')], [piece('A'), piece('C', { undone }), piece(null)]);

test.each([
  { what: 'a part that was fitted', unit: { gtin: GTIN, serial: 'B' }, place: { kind: 'fitted', line: lines[0] } },
  { what: 'one that was fitted anew', unit: { gtin: GTIN, serial: 'A' }, place: { kind: 'fitted', line: lines[1] } },
  { what: 'one that was taken back', unit: { gtin: GTIN, serial: 'C' }, place: { kind: 'undone', line: lines[1] } },
  { what: 'another part', unit: { gtin: GTIN, serial: 'D' }, place: { kind: 'absent' } },
  { what: 'the same serial of another part', unit: { gtin: ANOTHER, serial: 'B' }, place: { kind: 'absent' } },
])('$what: $place.kind', ({ unit, place }) => expect(placeOnBill(unit, lines)).toEqual(place));

test('a bill of parts without labels tells nothing', () =>
  expect(placeOnBill({ gtin: GTIN, serial: 'A' }, bill([piece(null)], []))).toEqual({ kind: 'unlabelled' }));
