import type { Sql } from '../database/database.ts';
import type { Occasion } from '../detection/background-context.ts';
import { COMPLAINTS, CORES, type Overdue, TRANSIT } from '../detection/overdue.pass.ts';
import { OPEN_IN_THE_PAST, type Past as PastThing } from '../detection/overdue-past.query.ts';
import { PACE_MINUTES, paceOf } from '../detection/pace.pass.ts';
import { daysWork, workDays } from '../detection/pace.query.ts';
import { judgedFrom, OVERRIDES, type RateKind, ratesUntil, REPLACEMENTS } from '../detection/rates.pass.ts';
import { DAYS_TO_ANSWER } from '../flags/case-opening.ts';
import type { RateEvidence } from '../flags/later-evidence.ts';
import type { RegisteredRule } from '../flags/rule.ts';
import { RULES } from '../flags/rules.ts';
import { type Occasions, type PastOccasion, pastOf } from './occasions.ts';
import { paged } from './paged.query.ts';
import type { Past, Stretch } from './tried.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;
/** Working days of which the fittings are in memory at a time. */
const DAYS_TOGETHER = 200;

/** What passes in the background ask their rules about, out of the records that they read. */
export const PAST_OF_PASSES: readonly Past[] = [
  ...pastsOf(REPLACEMENTS.rules, rates(REPLACEMENTS)),
  ...pastsOf(OVERRIDES.rules, rates(OVERRIDES)),
  ...pastsOf(RULES.pace, pace),
  ...pastsOf(TRANSIT.rules, overdue(TRANSIT, OPEN_IN_THE_PAST.shipments)),
  ...pastsOf(CORES.rules, overdue(CORES, OPEN_IN_THE_PAST.cores)),
  ...pastsOf(COMPLAINTS.rules, overdue(COMPLAINTS, OPEN_IN_THE_PAST.complaints, [JSON.stringify(DAYS_TO_ANSWER)])),
];

function pastsOf<Evidence>(rules: readonly RegisteredRule<Evidence>[], occasions: Occasions<Evidence>): Past[] {
  return rules.map((rule) => pastOf(rule, occasions));
}

const past = <Evidence>({ about, ...occasion }: Occasion<Evidence>): PastOccasion<Evidence> => ({
  ...occasion,
  aboutOf: () => about,
});

/** A day is judged once its queues are in. */
function rates(kind: RateKind): Occasions<RateEvidence> {
  return async function* (tx, { makerId, from, to, now }) {
    for (let time = Math.floor(to.getTime() / DAY) * DAY; time > from.getTime(); time -= DAY) {
      const until = new Date(time);
      const judgedAt = judgedFrom(until);
      if (judgedAt <= now) yield (await ratesUntil(tx, kind, { until, judgedAt, makerId })).map(past);
    }
  };
}

/** A technician’s day is judged when the pass next comes by. */
async function* pace(sql: Sql, { makerId, from, to }: Stretch) {
  const judgedAt = ({ toldAt }: { readonly toldAt: Date }) => new Date(toldAt.getTime() + PACE_MINUTES * MINUTE);
  const days = await workDays(sql, from, to);
  for (let at = 0; at < days.length; at += DAYS_TOGETHER) {
    const work = await daysWork(sql, days.slice(at, at + DAYS_TOGETHER), judgedAt);
    yield work.filter((day) => day.makerId === makerId).map((day) => past(paceOf(day, judgedAt(day))));
  }
}

function overdue<Thing, Evidence>(
  { evidenceOf, aboutOf }: Overdue<Thing, Evidence>,
  statement: string,
  more: readonly unknown[] = [],
): Occasions<Evidence> {
  return async function* (tx, { makerId, from, to }) {
    for await (const things of paged<PastThing<Thing>>(tx, statement, [makerId, from, to, ...more]))
      yield things.map((thing) => ({
        at: thing.openUntil,
        evidence: evidenceOf(thing, thing.openUntil),
        before: evidenceOf(thing, from),
        aboutOf: () => aboutOf(thing),
      }));
  };
}
