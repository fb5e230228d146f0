import type { InvoiceEvidence } from '../evidence.ts';
import type { Hit } from '../rule.ts';
import { rule } from '../rule.ts';
import { sanbaoCounts } from './sanbao-counts.ts';

interface Count {
  readonly [name: string]: string | number;
  readonly what: 'mainPart' | 'fault' | 'days';
  /** The part number or the fault code; empty where days are counted. */
  readonly of: string;
  readonly count: number;
}

/**
 * 家用汽车产品三包: once the same main part was replaced twice, the same fault mended four times, or the car stood in workshops
 * for thirty days, its owner may ask for another car. Counted over what the maker paid for; nobody did anything wrong.
 */
export const sanbaoCounter = rule({
  id: 'Q04',
  name: 'SANBAO_COUNTER',
  level: 3,
  subject: 'order',
  thresholds: { samePartTimes: 2, sameFaultTimes: 4, daysInRepair: 30, withinMonths: 24 },
  check({ now, vehicle, warrantyRepair }: InvoiceEvidence, limits): Hit<Count>[] {
    if (warrantyRepair === null) return [];
    // Only what this repair adds to is news.
    return sanbaoCounts([warrantyRepair, ...vehicle.warrantyRepairs], limits, now)
      .filter(({ count, limit }) => count >= limit)
      .map(({ what, of, count }) => ({ facts: { what, of, count } }));
  },
  words: {
    staff: ({ what, of, count }) => STAFF[what](of, count),
    owner: ({ what, of, count }) => OWNER[what](of, count),
    next: () => ({
      zh: '请告知车主其三包权益，并通知厂家。',
      en: 'Tell the owner of the right to an exchange, and inform the maker.',
    }),
  },
});

const STAFF = {
  mainPart: (of: string, count: number) => ({
    zh: `三包期内，主要总成 ${of} 已更换 ${count} 次。`,
    en: `The main part ${of} was replaced ${count} times under warranty.`,
  }),
  fault: (of: string, count: number) => ({
    zh: `三包期内，同一故障（${of}）已修理 ${count} 次。`,
    en: `The same fault, ${of}, was repaired ${count} times under warranty.`,
  }),
  days: (_of: string, count: number) => ({
    zh: `三包期内，累计修理已达 ${count} 天。`,
    en: `The car was under warranty repair for ${count} days in all.`,
  }),
} as const;

const OWNER = {
  mainPart: (of: string, count: number) => ({
    zh: `同一主要总成（${of}）已更换 ${count} 次，您可能有权要求换车或退车。`,
    en: `The same main part (${of}) was replaced ${count} times. You may have the right to another car or your money back.`,
  }),
  fault: (of: string, count: number) => ({
    zh: `同一故障（${of}）已修理 ${count} 次，您可能有权要求换车或退车。`,
    en: `The same fault (${of}) was repaired ${count} times. You may have the right to another car or your money back.`,
  }),
  days: (_of: string, count: number) => ({
    zh: `累计修理已达 ${count} 天，您可能有权要求换车。`,
    en: `Your car was in repair for ${count} days in all. You may have the right to another car.`,
  }),
} as const;
