import type { Country, Place } from './country.ts';
import type { Random } from './random.ts';
import type { Body, Step, Value } from './step.ts';

/** How many phones tell where they are. */
const SHARES_PLACE = 0.6;

/**
 * Gives scans of workshops what a device adds by itself: its name, its running number in the order in which they were made,
 * and from some the place.
 */
export function equip(steps: readonly Step[], country: Country, random: Random): Step[] {
  const places = new Map(country.workshops.map(({ code, place }) => [code, place]));
  const sharing = new Map<string, boolean>();
  const sharesPlace = (who: string): boolean => {
    if (!sharing.has(who)) sharing.set(who, random.chance(SHARES_PLACE));
    return sharing.get(who)!;
  };
  const numbers = numbersOf(steps);
  const dressed = new Map<string, Body>();
  const dress = (who: string, scan: Body, key: string): Body => {
    // What waits in a queue is made once, however often it is sent.
    const known = dressed.get(key);
    if (known) return known;
    const place = places.get(who.split('/')[0]!);
    const more = { device: `${who}-phone`, counter: numbers.get(key) };
    const made = { ...more, ...(place && sharesPlace(who) ? { location: near(place, random) } : {}), ...scan };
    dressed.set(key, made);
    return made;
  };
  return steps.map((step, index) => {
    if (typeof step.body === 'string' || !step.who.startsWith('WS-')) return step;
    if (step.path === '/api/scans') return { ...step, body: dress(step.who, step.body, keyOf(index)) };
    if (step.path !== '/api/scans/bulk') return step;
    const scans = queueOf(step).map((scan) => dress(step.who, scan, queuedKey(scan)));
    return { ...step, body: { scans } };
  });
}

/** Its id and its time: whoever tampers with a queue uses an id again. */
const queuedKey = ({ id, scannedAt }: Body): string => JSON.stringify([id, scannedAt]);
const keyOf = (index: number): string => `step ${index}`;
const queueOf = ({ body }: Step): Body[] => (body as { scans: Body[] }).scans;

/** By the time of reading, whenever it is sent; the same scan sent again keeps its number. */
function numbersOf(steps: readonly Step[]): Map<string, number> {
  const made: { who: string; key: string; at: number }[] = [];
  steps.forEach((step, index) => {
    if (step.path === '/api/scans') made.push({ who: step.who, key: keyOf(index), at: step.at });
    if (step.path === '/api/scans/bulk')
      for (const scan of queueOf(step))
        made.push({ who: step.who, key: queuedKey(scan), at: timeOf(scan['scannedAt']) });
  });
  const last = new Map<string, number>();
  const numbers = new Map<string, number>();
  for (const { who, key } of made.sort((a, b) => a.at - b.at)) {
    if (numbers.has(key)) continue;
    last.set(who, (last.get(who) ?? 0) + 1);
    numbers.set(key, last.get(who)!);
  }
  return numbers;
}

const timeOf = (value: Value | undefined): number => (typeof value === 'string' ? Date.parse(value) : Number.NaN);

/** A few hundred metres of error, as phones have it. */
function near({ latitude, longitude }: Place, random: Random): { latitude: number; longitude: number } {
  const off = (degrees: number): number => Math.round((degrees + (random.next() - 0.5) * 0.006) * 1e5) / 1e5;
  return { latitude: off(latitude), longitude: off(longitude) };
}
