import { DISC, PADS, receiptOf } from './evidence.builder.ts';
import { factsFound, levelsFound } from './levels-found.ts';
import { shipmentMismatch } from './shipment-mismatch.rule.ts';

const surplus = { code: 'A', partNumber: PADS, isKnown: true };
const wrong = { code: 'B', partNumber: DISC, isKnown: true };
const short = [{ serial: '7Q3K9D0A2FXM', partNumber: PADS }];

test.each([
  { name: 'all that was sent, and nothing else', evidence: receiptOf(), levels: [] },
  { name: 'one too many', evidence: receiptOf({ over: [surplus] }), levels: [4] },
  {
    name: 'one too many, and nobody knows it',
    evidence: receiptOf({ over: [{ code: 'C', partNumber: null, isKnown: false }] }),
    levels: [4],
  },
  { name: 'one too few', evidence: receiptOf({ received: 9, short }), levels: [2] },
  {
    name: 'a part that this shipment does not carry, said once',
    evidence: receiptOf({ over: [wrong], wrongPart: [wrong] }),
    levels: [4],
  },
  {
    name: 'each trouble for itself',
    evidence: receiptOf({ received: 9, over: [surplus, wrong], wrongPart: [wrong], short }),
    levels: [4, 4, 2],
  },
])('$name', ({ evidence, levels }) => expect(levelsFound(shipmentMismatch, evidence)).toEqual(levels));

it('names each part number once', () =>
  expect(factsFound(shipmentMismatch, receiptOf({ over: [surplus, { ...surplus, code: 'C' }] }))).toEqual([
    { trouble: 'over', count: 2, partNumbers: [PADS] },
  ]));
