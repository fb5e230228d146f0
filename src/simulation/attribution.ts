import { RULES } from '../flags/rules.ts';
import { FRAUD_KINDS } from './frauds/kinds.ts';
import type { SeenFlag } from './inbox.ts';
import { MISHAPS } from './slips.ts';
import type { Incident, Truth } from './truth.ts';

/** One flag, and what was behind it in truth. */
export interface Attributed {
  readonly flag: SeenFlag;
  /** The frauds that it tells of; several where one car or one unit was cheated with twice. */
  readonly frauds: readonly Incident[];
  /** The honest slip that it tells of, where no fraud is behind it. */
  readonly slip: Incident | null;
  /** What is slip here was no slip: the goods were broken or miscounted, and the flag says so rightly. */
  readonly isMishap: boolean;
}

const RULES_OF = new Map(FRAUD_KINDS.map(({ kind, rules }) => [kind, rules]));

const { transit, core, complaint, pace, rate, overrides, crowd } = RULES;
/** Found afterwards, over what came together: no step raised them. */
const FOUND_AFTERWARDS = new Set(
  [transit, core, complaint, pace, rate, overrides, crowd].flatMap((rules) => rules.map(({ id }) => id)),
);

/**
 * Which incident each flag tells of: by the instant of the step that raised it, else by the unit or the order that it names. What
 * is found afterwards about a habit names only the workshop.
 */
export function attribute(flags: readonly SeenFlag[], { incidents, byTime }: Truth): Attributed[] {
  const byId = new Map(incidents.map((incident) => [incident.id, incident]));
  const byUnit = indexed(incidents, ({ units }) => units);
  const byOrder = indexed(incidents, ({ orders }) => orders);
  const habits = indexed(
    incidents.filter(({ isFraud }) => isFraud),
    ({ workshops }) => workshops,
  );
  return flags.map((flag) => {
    const isAfterwards = FOUND_AFTERWARDS.has(flag.rule);
    const ids = isAfterwards ? [] : [byTime.get(flag.firstAt), byTime.get(flag.lastAt)];
    const suspects = isAfterwards && flag.workshop !== null ? (habits.get(flag.workshop) ?? []) : [];
    const found = [
      ...ids.flatMap((id) => (id === undefined ? [] : [byId.get(id)!])),
      ...(flag.unit === null ? [] : (byUnit.get(flag.unit) ?? [])),
      ...(flag.order === null ? [] : (byOrder.get(flag.order) ?? [])),
      ...suspects.filter((habit) => isItsHabit(flag, habit)),
    ];
    const frauds = [...new Set(found.filter(({ isFraud }) => isFraud))];
    const slip = frauds.length > 0 ? null : (found[0] ?? null);
    return { flag, frauds, slip, isMishap: slip !== null && MISHAPS.includes(slip.kind) };
  });
}

/** Flags about nothing but a workshop: only a rule that looks for this very habit, and only after it began. */
const isItsHabit = (flag: SeenFlag, { kind, since }: Incident): boolean =>
  flag.unit === null && flag.order === null && (RULES_OF.get(kind) ?? []).includes(flag.rule) && flag.seenAt >= since;

function indexed(
  incidents: readonly Incident[],
  keysOf: (incident: Incident) => readonly string[],
): ReadonlyMap<string, Incident[]> {
  const index = new Map<string, Incident[]>();
  for (const incident of incidents)
    for (const key of keysOf(incident)) index.set(key, [...(index.get(key) ?? []), incident]);
  return index;
}

/** When somebody could know: at the step itself, or, of a pass in the background, the evening after it. */
export function raisedAt({ rule, firstAt, lastAt, seenAt }: SeenFlag, { byTime }: Truth, fraud: Incident): number {
  if (FOUND_AFTERWARDS.has(rule)) return seenAt;
  const atSteps = [firstAt, lastAt].filter((at) => byTime.get(at) === fraud.id);
  return atSteps.length > 0 ? Math.min(...atSteps) : seenAt;
}
