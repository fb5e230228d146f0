import type { ScanEvidence, UnitFacts } from '../flags/evidence.ts';
import { ALL_LOOK_UPS, type LookUp } from '../verification/records-statement.ts';

type ToldBy<Facts> = { readonly [Name in keyof Facts]?: LookUp };

const TOLD_OF_SCAN: ToldBy<ScanEvidence> = {
  order: 'order',
  line: 'order',
  supersession: 'order',
  elsewhere: 'elsewhere',
  otherDevices: 'otherDevices',
  unknownSightings: 'unknownSightings',
  twin: 'twin',
};

const TOLD_OF_UNIT: ToldBy<UnitFacts> = {
  holds: 'holds',
  holdsThen: 'holds',
  transit: 'transit',
  consignedTo: 'shipments',
  receivedBy: 'shipments',
  allocation: 'allocation',
  fitting: 'fitting',
  recall: 'recall',
  carton: 'carton',
  reprintedAt: 'reprint',
};

/**
 * Evidence of which only what was asked can be read: a rule that reads more fails aloud. It would take what nobody asked for
 * the answer that there is none.
 */
export function withholding(asked: readonly LookUp[]): (evidence: ScanEvidence) => ScanEvidence {
  if (ALL_LOOK_UPS.every((lookUp) => asked.includes(lookUp))) return (evidence) => evidence;
  const scan = fence(TOLD_OF_SCAN, asked);
  const unit = fence(TOLD_OF_UNIT, asked);
  return (evidence) => scan({ ...evidence, unit: evidence.unit && unit(evidence.unit) });
}

function fence<Facts extends object>(told: ToldBy<Facts>, asked: readonly LookUp[]): (facts: Facts) => Facts {
  const unasked = (Object.keys(told) as (keyof Facts & string)[]).filter((name) => !asked.includes(told[name]!));
  // On the prototype, once for all readings: getters on each of a million objects would cost more than the rule.
  const prototype: object = Object.defineProperties(
    {},
    Object.fromEntries(unasked.map((name) => [name, { get: () => refuse(name) }])),
  );
  let open: readonly (keyof Facts)[] | undefined;
  return (facts) => {
    // All have the same members.
    open ??= (Object.keys(facts) as (keyof Facts & string)[]).filter((name) => !unasked.includes(name));
    const shown = Object.create(prototype) as Facts;
    for (const name of open) shown[name] = facts[name];
    return shown;
  };
}

/** The same of evidence of which only a part was kept. */
export const onlyKept = <Facts extends object>(kept: Partial<Facts>): Facts =>
  new Proxy(kept, {
    get: (facts, name) => (name in facts ? facts[name as keyof Facts] : refuse(String(name))),
  }) as Facts;

function refuse(name: string): never {
  throw new Error(`The rule reads ${name}, which was not asked of the records or not kept`);
}
