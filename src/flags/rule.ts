import type { Words } from '../kernel/words.ts';

/**
 * L1 log · L2 the user mends it · L3 warn, a reason is required · L4 hold: no fitting or invoice without a supervisor ·
 * L5 hold, quarantine and a case.
 */
export type Level = 1 | 2 | 3 | 4 | 5;

/** What a scan that nobody signed in for can come to at the most: nobody may burn a part from afar. */
export const PUBLIC_CEILING: Level = 3;

/**
 * What the finding speaks of.
 * `code`: the printed code; it says nothing about the real unit whose number it may have borrowed, so no unit is held.
 * `unit`: the registered unit itself. `step`: something somebody is about to do; stopped in time, it is *prevented*.
 * `order`: the repair order and its invoice.
 */
export type Subject = 'code' | 'unit' | 'step' | 'order';

export type FactValue = string | number | boolean | null | readonly string[];
/** What a rule found, in plain values: they become the finding's evidence. Never personal data. */
export type Facts = Readonly<Record<string, FactValue>>;

/** One hit. `level` only where this hit differs from the rule's own level; `at` names the order line it concerns. */
export interface Hit<F extends Facts> {
  readonly facts: F;
  readonly level?: Level;
  readonly line?: number;
}

export type Thresholds = Readonly<Record<string, number>>;

export interface Rule<Evidence, F extends Facts = Facts, T extends Thresholds = Thresholds> {
  /** As in the catalogue: `R02`. */
  readonly id: string;
  /** As in the catalogue: `SUBSTITUTION`. */
  readonly name: string;
  readonly level: Level;
  readonly subject: Subject;
  /** Proposals, not truth: a maker's policy may replace each by name. Units stand in the names: `skewMinutes`. */
  readonly thresholds: T;
  /** How far the records are looked up, where that is bounded: a policy cannot ask for more. */
  readonly most?: Partial<T>;
  check(evidence: Evidence, thresholds: T): Hit<F> | readonly Hit<F>[] | null;
  readonly words: {
    /** For the person who acts: technician, clerk, advisor. Says what is wrong. */
    staff(facts: F): Words;
    /** For the car's owner, calm and without jargon. */
    owner(facts: F): Words;
    /** What the person who acts does now. */
    next(facts: F): Words;
  };
}

/** Checks a rule's shape at compile time and infers what its words may speak of. */
export function rule<Evidence, F extends Facts, T extends Thresholds>(
  definition: Rule<Evidence, F, T>,
): Rule<Evidence, F, T> {
  return definition;
}

/** One finding of a verdict, as it is stored and answered. */
export interface Finding {
  readonly rule: string;
  readonly name: string;
  readonly level: Level;
  readonly subject: Subject;
  readonly message: Words;
  readonly owner: Words;
  readonly next: Words;
  readonly line?: number;
  readonly evidence: Facts;
}

/** A maker's say on one rule; what is absent is the rule's own. */
export interface RulePolicy {
  readonly isOn?: boolean;
  readonly level?: Level;
  readonly thresholds?: Thresholds;
}
export type Policies = Readonly<Record<string, RulePolicy>>;

/** Runs rules over evidence: all of them, never stopping at the first finding. */
export function findings<Evidence>(
  rules: readonly RegisteredRule<Evidence>[],
  evidence: Evidence,
  policies: Policies = {},
): Finding[] {
  return rules.flatMap((each) => each.run(evidence, policies[each.id] ?? {}));
}

/** A maker sets the rule's level; a hit that the rule itself holds to be a lesser case is not raised by that. */
function levelOf(hit: Hit<Facts>, ruleLevel: Level, policy: RulePolicy): Level {
  if (policy.level === undefined) return hit.level ?? ruleLevel;
  return hit.level !== undefined && hit.level < policy.level ? hit.level : policy.level;
}

/** A rule ready to run: its types are closed over, so that a table can hold rules of different facts. */
export interface RegisteredRule<Evidence> {
  readonly id: string;
  readonly name: string;
  readonly level: Level;
  readonly subject: Subject;
  readonly thresholds: Thresholds;
  readonly most: Partial<Thresholds>;
  run(evidence: Evidence, policy: RulePolicy): Finding[];
}

export function register<Evidence, F extends Facts, T extends Thresholds>(
  rule: Rule<Evidence, F, T>,
): RegisteredRule<Evidence> {
  const { id, name, level, subject, thresholds, most = {} } = rule;
  return {
    id,
    name,
    level,
    subject,
    thresholds,
    most,
    run(evidence, policy) {
      if (policy.isOn === false) return [];
      const hits = rule.check(evidence, { ...thresholds, ...policy.thresholds });
      return (hits === null ? [] : Array.isArray(hits) ? (hits as readonly Hit<F>[]) : [hits as Hit<F>]).map((hit) => ({
        rule: id,
        name,
        level: levelOf(hit, level, policy),
        subject,
        message: rule.words.staff(hit.facts),
        owner: rule.words.owner(hit.facts),
        next: rule.words.next(hit.facts),
        ...(hit.line === undefined ? {} : { line: hit.line }),
        evidence: hit.facts,
      }));
    },
  };
}
