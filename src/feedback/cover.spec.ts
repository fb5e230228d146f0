import { GUARANTEES } from '../repair-orders/repair-guarantee.ts';
import { coverOf, monthsLater } from './cover.ts';

const NOON = new Date('2026-11-23T04:00:00Z');
const begins = (at: string, odometer: number | null = 31_010) => ({ at: new Date(at), odometer });

test.each([
  {
    name: 'a part for two years or 50,000 km',
    terms: { months: 24, km: 50_000 },
    from: begins('2026-11-23T02:00:00Z'),
    is: { until: '2028-11-23', untilKm: 81_010, daysLeft: 731 },
  },
  {
    name: 'an overhaul',
    terms: GUARANTEES.overhaul,
    from: begins('2026-11-23T02:00:00Z'),
    is: { until: '2027-03-03', untilKm: 51_010, daysLeft: 100 },
  },
  {
    name: 'a major repair',
    terms: GUARANTEES.major,
    from: begins('2026-11-23T02:00:00Z'),
    is: { until: '2026-12-23', untilKm: 36_010, daysLeft: 30 },
  },
  {
    name: 'a minor repair on its last day',
    terms: GUARANTEES.minor,
    from: begins('2026-11-13T02:00:00Z'),
    is: { until: '2026-11-23', untilKm: 33_010, daysLeft: 0 },
  },
  {
    name: 'one that is over',
    terms: GUARANTEES.minor,
    from: begins('2026-11-12T02:00:00Z'),
    is: { until: '2026-11-22', untilKm: 33_010, daysLeft: -1 },
  },
  {
    name: 'an evening that is the next day in China',
    terms: { days: 10, km: null },
    from: begins('2026-11-22T16:30:00Z'),
    is: { until: '2026-12-03', untilKm: null, daysLeft: 10 },
  },
  {
    name: 'by distance alone',
    terms: { months: null, km: 10_000 },
    from: begins('2026-11-23T02:00:00Z'),
    is: { until: null, untilKm: 41_010, daysLeft: null },
  },
  {
    name: 'an odometer that nobody read',
    terms: { months: 12, km: 10_000 },
    from: begins('2026-11-23T02:00:00Z', null),
    is: { until: '2027-11-23', untilKm: null, daysLeft: 365 },
  },
])('$name', ({ terms, from, is }) => expect(coverOf(terms, from, NOON)).toEqual(is));

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-11-23', 24, '2028-11-23'],
  ['2027-08-31', 6, '2028-02-29'],
])('%s and %i months is %s', (from, months, until) => expect(monthsLater(from, months)).toBe(until));
