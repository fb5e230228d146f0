import type { WarrantyRepair } from '../evidence.ts';
import { sanbaoCounts } from './sanbao-counts.ts';

const LIMITS = { samePartTimes: 2, sameFaultTimes: 4, daysInRepair: 30, withinMonths: 24 };
const NOW = new Date('2026-11-23T02:00:00Z');
const repair = (openedAt: string, endedAt: string | null, more: Partial<WarrantyRepair> = {}): WarrantyRepair => ({
  openedAt: new Date(openedAt),
  endedAt: endedAt === null ? null : new Date(endedAt),
  mainParts: [],
  faultCodes: [],
  ...more,
});
const pump = { mainParts: ['PUMP'], faultCodes: ['P0301'] };

test.each([
  { name: 'nothing under warranty', repairs: [], counts: [] },
  {
    name: 'the first one, still going on',
    repairs: [repair('2026-11-20T02:00:00Z', null, pump)],
    counts: [
      { what: 'mainPart', of: 'PUMP', count: 1, limit: 2 },
      { what: 'fault', of: 'P0301', count: 1, limit: 4 },
      { what: 'days', of: '', count: 3, limit: 30 },
    ],
  },
  {
    name: 'earlier ones add to it, long ago ones do not',
    repairs: [
      repair('2026-11-22T02:00:00Z', null, { mainParts: ['PUMP'] }),
      repair('2026-06-01T02:00:00Z', '2026-06-05T02:00:00Z', pump),
      repair('2024-01-01T02:00:00Z', '2024-01-09T02:00:00Z', pump),
    ],
    counts: [
      { what: 'mainPart', of: 'PUMP', count: 2, limit: 2 },
      { what: 'days', of: '', count: 5, limit: 30 },
    ],
  },
])('$name', ({ repairs, counts }) => expect(sanbaoCounts(repairs, LIMITS, NOW)).toEqual(counts));
