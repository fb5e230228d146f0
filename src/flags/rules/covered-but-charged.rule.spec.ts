import type { EarlierFitting, InvoiceLineFacts } from '../evidence.ts';
import { coveredButCharged } from './covered-but-charged.rule.ts';
import { earlierOf, historyOf, hours, lineOf, orderOf } from './evidence.builder.ts';
import { billedOf, invoiceOf, recordedFitting } from './invoice.builder.ts';
import { levelsFound } from './levels-found.ts';

const charged = (earlier: Partial<EarlierFitting>, more: Partial<InvoiceLineFacts> = {}, odometerIn = 31_000) =>
  invoiceOf(
    { fittings: [recordedFitting({ position: 'Front Left' })], ...more },
    { order: orderOf({ odometerIn }), vehicle: historyOf({ fittings: [earlierOf(earlier)] }) },
  );
const wear = lineOf({ partClass: 'wear' });
const guarantee = (until: Date, untilKm: number | null = 33_000) => ({ guarantee: { until, untilKm } });

test.each([
  { name: 'the car’s first one', evidence: invoiceOf(), levels: [] },
  { name: 'within the part’s warranty', evidence: charged({}), levels: [4] },
  { name: 'paid by the warranty', evidence: charged({}, { line: lineOf({ payType: 'warranty' }) }), levels: [] },
  { name: 'billed at nothing', evidence: charged({}, { billed: billedOf({ unitPrice: '0.00' }) }), levels: [] },
  { name: 'at another place', evidence: charged({ position: 'front right' }), levels: [] },
  {
    name: 'a car has one of it, and nobody names the place',
    evidence: charged({ position: null }, { line: lineOf({ quantityPerVehicle: 1 }), fittings: [recordedFitting()] }),
    levels: [4],
  },
  { name: 'of another line', evidence: charged({ line: 2 }), levels: [] },
  { name: 'after its months', evidence: charged({ fittedAt: hours(-24 * 800) }), levels: [] },
  { name: 'after its kilometres', evidence: charged({}, {}, 90_000), levels: [] },
  { name: 'a part without warranty', evidence: charged({ warranty: { months: null, km: null } }), levels: [] },
  { name: 'worn out', evidence: charged({}, { line: wear }), levels: [] },
  {
    name: 'worn, within the guarantee of the repair',
    evidence: charged(guarantee(hours(24)), { line: wear }),
    levels: [4],
  },
  { name: 'worn, after the guarantee', evidence: charged(guarantee(hours(-48)), { line: wear }), levels: [] },
  {
    name: 'worn, beyond the guarantee’s kilometres',
    evidence: charged(guarantee(hours(24), 30_900), { line: wear }),
    levels: [],
  },
])('$name', ({ evidence, levels }) => expect(levelsFound(coveredButCharged, evidence)).toEqual(levels));
