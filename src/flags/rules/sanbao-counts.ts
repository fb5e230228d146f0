import type { WarrantyRepair } from '../evidence.ts';

export interface SanbaoLimits {
  readonly samePartTimes: number;
  readonly sameFaultTimes: number;
  readonly daysInRepair: number;
  readonly withinMonths: number;
}

/** One of the three counters that a warranty repair adds to. */
export interface SanbaoCount {
  readonly what: 'mainPart' | 'fault' | 'days';
  /** The part number or the fault code; empty where days are counted. */
  readonly of: string;
  readonly count: number;
  /** At which the owner may ask for another car. */
  readonly limit: number;
}

const DAY = 86_400_000;

/** @param repairs that the maker paid for: the one in question first, then those before it. */
export function sanbaoCounts(
  [own, ...earlier]: readonly WarrantyRepair[],
  { samePartTimes, sameFaultTimes, daysInRepair, withinMonths }: SanbaoLimits,
  now: Date,
): SanbaoCount[] {
  if (own === undefined) return [];
  const since = new Date(now);
  since.setUTCMonth(since.getUTCMonth() - withinMonths);
  const repairs = [own, ...earlier.filter(({ openedAt }) => openedAt > since)];
  const times = (list: 'mainParts' | 'faultCodes', of: string) =>
    repairs.filter((each) => each[list].includes(of)).length;
  const days = Math.floor(repairs.reduce((sum, each) => sum + lasted(each, now), 0) / DAY);
  return [
    ...own.mainParts.map((of): SanbaoCount => ({
      what: 'mainPart',
      of,
      count: times('mainParts', of),
      limit: samePartTimes,
    })),
    ...own.faultCodes.map((of): SanbaoCount => ({
      what: 'fault',
      of,
      count: times('faultCodes', of),
      limit: sameFaultTimes,
    })),
    { what: 'days', of: '', count: days, limit: daysInRepair },
  ];
}

const lasted = ({ openedAt, endedAt }: WarrantyRepair, now: Date): number =>
  Math.max(0, (endedAt ?? now).getTime() - openedAt.getTime());
