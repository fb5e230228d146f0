import { countryOf, type Country } from './country.ts';
import { equip } from './devices.ts';
import { FRAUD_KINDS } from './frauds/kinds.ts';
import { honestWork } from './honest.ts';
import { Random } from './random.ts';
import { type FraudKind, Scene } from './scene.ts';
import type { Plan, Step, Value } from './step.ts';
import { Story, toIncident } from './story.ts';
import { returnSpares, supply } from './supply.ts';
import { BEGINNING } from './time.ts';
import type { Truth } from './truth.ts';

export interface Wish {
  readonly seed: number;
  readonly days: number;
  readonly workshops: number;
  /** Frauds for each scan that honest people make. */
  readonly fraud: number;
  /** How much of their time technicians have a car in the pit. */
  readonly busy?: number;
}

export interface Told {
  readonly country: Country;
  readonly plan: Plan;
  readonly truth: Truth;
}

/**
 * A country's life, told before it is played: the same wish gives the same plan. Fraud is drawn from a stream of its own
 * and uses cars and units of its own, so that the honest work beside it is the same at every rate.
 */
export function tell({ seed, days, workshops, fraud, busy = 0.5 }: Wish): Told {
  const random = new Random(`country ${seed}`);
  const country = countryOf(workshops, days, random.stream('people'));
  const story = new Story(country, days, random.stream('garages'));
  honestWork(story, random.stream('work'), busy);
  const honestScans = story.told.filter(({ step }) => isScan(step)).length;
  commitFrauds(story, random.stream('fraud'), Math.round(honestScans * fraud));
  returnSpares(story, random.stream('returns'));
  supply(story, random.stream('supply'));
  const { steps, byTime } = inOrder(story, random.stream('devices'));
  const plan = {
    seed,
    steps,
    startsAt: BEGINNING,
    endsAt: story.endsAt,
    scans: steps.reduce((sum, step) => sum + scansIn(step), 0),
  };
  return { country, plan, truth: { incidents: story.affairs.map(toIncident), byTime } };
}

/** In turn, beginning anywhere, so that every kind has its share. */
function commitFrauds(story: Story, random: Random, count: number): void {
  const possible = FRAUD_KINDS.filter((kind) => isPossible(kind, story));
  const order = random.shuffled(possible);
  for (let i = 0; i < count; i++) {
    const kind = order[i % order.length]!;
    kind.commit(new Scene(story, random.stream(`fraud ${i}`), kind));
  }
}

/** Whether a country of this size has room for it. */
const isPossible = (
  { room = 0, notBefore = 0, peers = 1 }: FraudKind,
  { days, country }: Pick<Story, 'days' | 'country'>,
): boolean => room + notBefore < days && country.workshops.length > peers;

/** No two steps at one time: the time of a flag then tells which step it came of. */
function inOrder(story: Story, random: Random): { steps: Step[]; byTime: Map<number, string> } {
  const byTime = new Map<number, string>();
  let last = 0;
  const told = story.told.map((each, index) => ({ ...each, index })).sort((a, b) => a.at - b.at || a.index - b.index);
  const steps = told.map(({ at, step, affair }): Step => {
    last = Math.max(at, last + 1);
    if (affair !== null) for (const time of [last, ...timesIn(step.body)]) byTime.set(time, affair.id);
    return { ...step, at: last };
  });
  return { steps: equip(steps, story.country, random), byTime };
}

/** Times that a body gives for what it tells: the record goes by them. */
function timesIn(value: Value | undefined): number[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return (value as readonly Value[]).flatMap(timesIn);
  return Object.entries(value).flatMap(([name, member]: [string, Value]) =>
    (name === 'scannedAt' || name === 'fittedAt') && typeof member === 'string'
      ? [Date.parse(member)]
      : timesIn(member),
  );
}

const isScan = ({ path }: Pick<Step, 'path'>): boolean =>
  path === '/api/scans' || path === '/api/scans/bulk' || path.endsWith('/fittings');

/** Readings of a label by somebody: what "10,000 scans" counts. Receipts read every code in the box. */
function scansIn({ path, body }: Step): number {
  if (typeof body === 'string') return 0;
  if (path === '/api/scans/bulk') return (body['scans'] as readonly Value[]).length;
  if (path.endsWith('/receipts')) return (body['codes'] as readonly Value[]).length;
  const reads = ['/api/scans', '/api/public/checks'].includes(path) || /\/(fittings|allocations)$/.test(path);
  return reads && body['code'] !== undefined ? 1 : 0;
}
