import { billedNotFitted } from './billed-not-fitted.rule.ts';
import { DISC, lineOf, SERIAL } from './evidence.builder.ts';
import { billedOf, invoiceOf } from './invoice.builder.ts';
import { factsFound, levelsFound } from './levels-found.ts';

const two = { billed: billedOf({ quantity: 2 }) };
const OTHER_SERIAL = '0123456789AB';
const stranger = { billed: billedOf({ serials: [OTHER_SERIAL] }) };
const previous = { version: 1, hash: 'hash-0' };

test.each([
  { name: 'as many as were fitted', evidence: invoiceOf(), levels: [] },
  { name: 'two billed, one fitted', evidence: invoiceOf(two), levels: [4] },
  { name: 'one billed, none fitted', evidence: invoiceOf({ fitted: 0, fittings: [] }), levels: [4] },
  { name: 'fewer than were fitted', evidence: invoiceOf({ fitted: 2 }), levels: [] },
  { name: 'oil by the can', evidence: invoiceOf({ line: lineOf({ tracking: 'lot' }), ...two }), levels: [4] },
  {
    name: 'a gasket that nobody tracks',
    evidence: invoiceOf({ line: lineOf({ tracking: 'none' }), fitted: 0, fittings: [] }),
    levels: [],
  },
  {
    name: 'a part that no catalogue has',
    evidence: invoiceOf({ line: lineOf({ tracking: null }), fitted: 0, fittings: [] }),
    levels: [],
  },
  { name: 'not billed', evidence: invoiceOf({ fitted: 0, fittings: [], billed: null }), levels: [] },
  { name: 'a unit that is not in the car', evidence: invoiceOf(stranger), levels: [4] },
  { name: 'the unit that is', evidence: invoiceOf({ billed: billedOf({ serials: [SERIAL] }) }), levels: [] },
  {
    name: 'a unit on a line where none was scanned',
    evidence: invoiceOf({ ...stranger, line: lineOf({ tracking: 'none' }), fitted: 0, fittings: [] }),
    levels: [4],
  },
  {
    name: 'one too many, and not in the car',
    evidence: invoiceOf({ billed: billedOf({ quantity: 2, serials: [SERIAL, OTHER_SERIAL] }) }),
    levels: [4, 4],
  },
  { name: 'another unit in a changed bill', evidence: invoiceOf(stranger, { previous }), levels: [5] },
  {
    name: 'a line that is not on the order',
    evidence: invoiceOf({}, { strangers: [{ line: 9, partNumber: DISC, quantity: 1 }] }),
    levels: [4],
  },
  { name: 'in a changed bill, after the owner got the first', evidence: invoiceOf(two, { previous }), levels: [5] },
  {
    name: 'in the same bill, sent again',
    evidence: invoiceOf(two, { previous: { version: 1, hash: 'hash-1' } }),
    levels: [4],
  },
])('$name', ({ evidence, levels }) => expect(levelsFound(billedNotFitted, evidence)).toEqual(levels));

it('counts both', () =>
  expect(factsFound(billedNotFitted, invoiceOf(two))).toEqual([
    { partNumber: 'CH-04465-02250', billed: 2, fitted: 1 },
  ]));

it('names the unit', () =>
  expect(factsFound(billedNotFitted, invoiceOf(stranger))).toEqual([
    { partNumber: 'CH-04465-02250', units: [OTHER_SERIAL] },
  ]));
