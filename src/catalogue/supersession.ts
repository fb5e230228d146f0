import type { CalendarDate } from './calendar-date.ts';

/**
 * How new replaces old. `one_way`: new for old, never back · `two_way`: either for either · `kit`: several old numbers
 * went into one new · `split`: one old number became several new. All but `two_way` lead one way only.
 */
export const SUPERSESSION_KINDS = ['one_way', 'two_way', 'kit', 'split'] as const;
export type SupersessionKind = (typeof SUPERSESSION_KINDS)[number];

/** `{ old: 1, new: 2 }`: two pieces of the new part do the work of one of the old. Whole and above zero. */
export interface Ratio {
  readonly old: number;
  readonly new: number;
}

/**
 * One relation between two part numbers of one maker, and the first and last day it holds. `validFrom` null: for as
 * long as both exist, which is what a catalogue file without dates says. `validTo` null: until further notice.
 */
export interface Supersession {
  readonly oldPart: string;
  readonly newPart: string;
  readonly kind: SupersessionKind;
  readonly ratio: Ratio;
  readonly validFrom: CalendarDate | null;
  readonly validTo: CalendarDate | null;
}

/** One direction in which a relation may be walked. */
interface Step {
  readonly to: string;
  readonly ratio: Ratio;
  readonly relation: Supersession;
}

/** A maker's relations, by the part number each may be walked from. */
export interface SupersessionGraph {
  readonly steps: ReadonlyMap<string, readonly Step[]>;
}

export const NO_SUPERSESSIONS: SupersessionGraph = { steps: new Map() };

/**
 * How the offered part stands to the approved one. `forward`: it validly replaces it, `ratio` offered for approved ·
 * `backward`: it is the old part where only the new is allowed. `path` always reads from the older to the newer number.
 */
export type SupersessionPath =
  | { readonly kind: 'forward'; readonly path: readonly string[]; readonly ratio: Ratio }
  | { readonly kind: 'backward'; readonly path: readonly string[] };

/** A relation that was not added, and the ring of part numbers that it would have closed. */
export interface ClosedRing {
  readonly relation: Supersession;
  readonly ring: readonly string[];
}

/**
 * The graph with these relations, in order; those that would close a ring are left out and named in `refused`. A
 * `two_way` pair is one relation and no ring; a part that supersedes something interchangeable with itself is one.
 */
export function addEdges(
  graph: SupersessionGraph,
  relations: readonly Supersession[],
): { readonly graph: SupersessionGraph; readonly refused: readonly ClosedRing[] } {
  const steps = new Map([...graph.steps].map(([from, list]) => [from, [...list]]));
  const refused: ClosedRing[] = [];
  for (const relation of relations) {
    const ring = ringClosedBy({ steps }, relation);
    if (ring) refused.push({ relation, ring });
    else for (const [from, step] of stepsOf(relation)) steps.set(from, [...(steps.get(from) ?? []), step]);
  }
  return { graph: { steps }, refused };
}

/** Null where the two are the same part or nothing links them on that day. The shortest path wins. */
export function pathBetween(
  graph: SupersessionGraph,
  approvedPart: string,
  offeredPart: string,
  at: CalendarDate,
): SupersessionPath | null {
  if (approvedPart === offeredPart) return null;
  const forward = walk(graph, approvedPart, offeredPart, at);
  if (forward) return { kind: 'forward', path: namesOn(approvedPart, forward), ratio: ratioOf(forward) };
  const backward = walk(graph, offeredPart, approvedPart, at);
  return backward ? { kind: 'backward', path: namesOn(offeredPart, backward) } : null;
}

/** Whether one relation, of whatever dates, leads straight from the one part to the other. */
export const isLinked = (graph: SupersessionGraph, from: string, to: string): boolean =>
  (graph.steps.get(from) ?? []).some((step) => step.to === to);

function stepsOf(relation: Supersession): [string, Step][] {
  const { oldPart, newPart, ratio } = relation;
  const onward: [string, Step] = [oldPart, { to: newPart, ratio, relation }];
  if (relation.kind !== 'two_way') return [onward];
  return [onward, [newPart, { to: oldPart, ratio: { old: ratio.new, new: ratio.old }, relation }]];
}

/** Relations that hold at different times close no ring, so each day on which one of them begins is looked at. */
function ringClosedBy(graph: SupersessionGraph, relation: Supersession): string[] | null {
  const { oldPart, newPart } = relation;
  if (oldPart === newPart) return [oldPart, newPart];
  for (const at of beginningsDuring(graph, relation)) {
    const back = walk(graph, newPart, oldPart, at, relation.kind === 'two_way');
    if (back) return [oldPart, ...namesOn(newPart, back)];
    if (relation.kind !== 'two_way') continue;
    const onward = walk(graph, oldPart, newPart, at, true);
    if (onward) return [...namesOn(oldPart, onward), oldPart];
  }
  return null;
}

/** Before every day that a relation may begin on. */
const BEGINNING: CalendarDate = '0000-01-01';

/** Only relations within reach of the new one can share a ring with it: the rest of a large catalogue is left alone. */
function beginningsDuring(graph: SupersessionGraph, relation: Supersession): Set<CalendarDate> {
  const days = new Set([relation.validFrom ?? BEGINNING]);
  const within = new Set([relation.oldPart, relation.newPart]);
  for (const part of within) {
    for (const { to, relation: other } of graph.steps.get(part) ?? []) {
      within.add(to);
      if (other.validFrom !== null && isValidOn(relation, other.validFrom)) days.add(other.validFrom);
    }
  }
  return days;
}

const isValidOn = ({ validFrom, validTo }: Supersession, at: CalendarDate): boolean =>
  (validFrom === null || validFrom <= at) && (validTo === null || at <= validTo);

/** Breadth first, so the path found is a shortest one. `overOneWay`: only a path with a one-way step on it counts. */
function walk(
  graph: SupersessionGraph,
  from: string,
  to: string,
  at: CalendarDate,
  overOneWay = false,
): readonly Step[] | null {
  const seen = new Set<string>();
  const queue: { part: string; trail: readonly Step[]; isDue: boolean }[] = [
    { part: from, trail: [], isDue: overOneWay },
  ];
  for (const { part, trail, isDue } of queue) {
    if (part === to && !isDue) return trail;
    for (const step of graph.steps.get(part) ?? []) {
      const stillDue = isDue && step.relation.kind === 'two_way';
      const place = `${step.to} ${stillDue}`;
      if (seen.has(place) || !isValidOn(step.relation, at)) continue;
      seen.add(place);
      queue.push({ part: step.to, trail: [...trail, step], isDue: stillDue });
    }
  }
  return null;
}

const namesOn = (from: string, trail: readonly Step[]): string[] => [from, ...trail.map((step) => step.to)];

function ratioOf(trail: readonly Step[]): Ratio {
  const whole = trail.reduce((sum, { ratio }) => ({ old: sum.old * ratio.old, new: sum.new * ratio.new }), ONE_FOR_ONE);
  const divisor = greatestCommonDivisor(whole.old, whole.new);
  return { old: whole.old / divisor, new: whole.new / divisor };
}

export const ONE_FOR_ONE: Ratio = { old: 1, new: 1 };

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b));
