import { Refusal } from '../kernel/refusal.ts';
import { issuedRange } from './issued-range.ts';

const halfway = { status: 'running', issued: 40, quantity: 100 } as const;

test.each([
  { name: 'all that exist, where nothing is said', wanted: {}, is: { from: 1, to: 40 } },
  { name: 'from somewhere to the last that exists', wanted: { from: 30 }, is: { from: 30, to: 40 } },
  { name: 'up to somewhere', wanted: { to: 7 }, is: { from: 1, to: 7 } },
  { name: 'a single label', wanted: { from: 40, to: 40 }, is: { from: 40, to: 40 } },
])('$name', ({ wanted, is }) => expect(issuedRange(halfway, wanted)).toEqual(is));

test.each([
  { name: 'ordinals begin at 1', batch: halfway, wanted: { from: 0 }, code: 'RANGE_OUTSIDE_BATCH' },
  { name: 'from lies behind to', batch: halfway, wanted: { from: 9, to: 8 }, code: 'RANGE_OUTSIDE_BATCH' },
  { name: 'to lies behind the batch', batch: halfway, wanted: { to: 101 }, code: 'RANGE_OUTSIDE_BATCH' },
  { name: 'from lies behind the last that exists', batch: halfway, wanted: { from: 41 }, code: 'RANGE_OUTSIDE_BATCH' },
  { name: 'some are not minted yet', batch: halfway, wanted: { to: 41 }, code: 'LABELS_NOT_ISSUED' },
  { name: 'none is minted yet', batch: { ...halfway, issued: 0 }, wanted: {}, code: 'LABELS_NOT_ISSUED' },
  {
    name: 'the batch was cancelled',
    batch: { ...halfway, status: 'cancelled' as const },
    wanted: {},
    code: 'BATCH_CANCELLED',
  },
])('refused: $name', ({ batch, wanted, code }) => {
  expect(() => issuedRange(batch, wanted)).toThrow(expect.objectContaining({ code }) as Refusal);
});
