import { billedOf, invoiceOf } from './invoice.builder.ts';
import { factsFound, levelsFound } from './levels-found.ts';
import { overListPrice } from './over-list-price.rule.ts';

const billedAt = (unitPrice: string, listPrice: string | null = '400.00') =>
  invoiceOf({ billed: billedOf({ unitPrice, listPrice }) });

test.each([
  { name: 'at the list price', evidence: billedAt('400.00'), levels: [] },
  { name: 'below it', evidence: billedAt('250.00'), levels: [] },
  { name: 'above it within the tolerance', evidence: billedAt('420.00'), levels: [] },
  { name: 'a cent beyond the tolerance', evidence: billedAt('420.01'), levels: [3] },
  { name: 'twice the list price', evidence: billedAt('800.00'), levels: [3] },
  { name: 'a part without a list price', evidence: billedAt('800.00', null), levels: [] },
  { name: 'not billed', evidence: invoiceOf({ billed: null }), levels: [] },
])('$name', ({ evidence, levels }) => expect(levelsFound(overListPrice, evidence)).toEqual(levels));

test.each([
  { name: 'no tolerance', tolerancePercent: 0, price: '400.01', levels: [3] },
  { name: 'half a percent', tolerancePercent: 0.5, price: '402.00', levels: [] },
  { name: 'beyond half a percent', tolerancePercent: 0.5, price: '402.01', levels: [3] },
])('by policy: $name', ({ tolerancePercent, price, levels }) =>
  expect(levelsFound(overListPrice, billedAt(price), { thresholds: { tolerancePercent } })).toEqual(levels),
);

it('shows both prices', () =>
  expect(factsFound(overListPrice, billedAt('468.00'))).toMatchObject([{ listPrice: '400.00', unitPrice: '468.00' }]));
