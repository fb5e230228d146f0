import type { Facts, Level } from '../flags/rule.ts';
import type { KnownFlag } from './known-outcomes.query.ts';

interface UnitNamed {
  readonly gtin: string;
  readonly serial: string;
}

/** One flag that there would be. */
export interface WouldBe {
  readonly subject: string;
  readonly level: Level;
  /** The scan, or whatever else it was found in. */
  readonly source: string;
  readonly at: Date;
  readonly unit: (UnitNamed & { readonly id: string }) | null;
  readonly facts: Facts;
}

/** One flag, as it was and as it would be: `new` is only the latter, `lost` only the former. */
export interface TriedFlag {
  readonly change: 'new' | 'kept' | 'lost';
  /** The flag that there is, and what people made of it; null of a new one. */
  readonly flag: string | null;
  readonly outcome: KnownFlag['status'] | null;
  readonly level: Level;
  readonly at: Date;
  readonly unit: UnitNamed | null;
  /** What the rule found; null of a lost one, of which it finds nothing. */
  readonly facts: Facts | null;
}

/** How many flags people have judged, and how. */
export interface Outcomes {
  readonly confirmed: number;
  readonly dismissed: number;
  /** Open or prevented: nobody has said yet. */
  readonly unknown: number;
  /** Dismissed ÷ resolved. */
  readonly falseAlertRate: number | null;
}

export interface Comparison {
  /** What the rule has flagged in the period, as it was then. */
  readonly before: Outcomes & { readonly flags: number };
  /** What it would flag, of which `kept` are among those before, and `added` are not. */
  readonly after: { readonly flags: number; readonly byLevel: Readonly<Record<string, number>> };
  readonly kept: Outcomes;
  /** Would not be flagged any more: `confirmed` are missed, `dismissed` are spared. */
  readonly lost: Outcomes;
  readonly added: number;
}

/** More than this tells no more: the rule would flag everything. */
export const MOST_FLAGS = 100_000;
/** So many of each change are named, the worst of them. */
const NAMED = 50;

/** Collects what there would be, one for each subject, as flags are kept. */
export class WouldBeFlags {
  private readonly bySubject = new Map<string, WouldBe>();

  get isFull(): boolean {
    return this.bySubject.size >= MOST_FLAGS;
  }

  add(flag: WouldBe): void {
    const known = this.bySubject.get(flag.subject);
    if (known === undefined || byGravity(flag, known) < 0) this.bySubject.set(flag.subject, flag);
  }

  absorb(others: WouldBeFlags): void {
    for (const flag of others.bySubject.values()) this.add(flag);
  }

  compareWith(before: readonly KnownFlag[]): Comparison {
    const kept = before.filter(({ subject }) => this.bySubject.has(subject));
    const byLevel: Record<string, number> = {};
    for (const { level } of this.bySubject.values()) byLevel[level] = (byLevel[level] ?? 0) + 1;
    return {
      before: { flags: before.length, ...outcomesOf(before) },
      after: { flags: this.bySubject.size, byLevel },
      kept: outcomesOf(kept),
      lost: outcomesOf(before.filter(({ subject }) => !this.bySubject.has(subject))),
      added: this.newTo(before).length,
    };
  }

  /** Those that were not flagged before. */
  newTo(before: readonly KnownFlag[]): WouldBe[] {
    const known = new Set(before.map(({ subject }) => subject));
    return [...this.bySubject.values()].filter(({ subject }) => !known.has(subject));
  }

  /** Flag by flag: what would be new, what would be lost, what stays. */
  list(before: readonly KnownFlag[]): TriedFlag[] {
    const known = before.map((flag): TriedFlag => {
      const would = this.bySubject.get(flag.subject);
      const { id, status: outcome, at, unit } = flag;
      const is = would === undefined ? { change: 'lost', facts: null } : { change: 'kept', facts: would.facts };
      return {
        ...(is as Pick<TriedFlag, 'change' | 'facts'>),
        flag: id,
        outcome,
        level: (would ?? flag).level,
        at,
        unit,
      };
    });
    const added = this.newTo(before).map(({ level, at, unit, facts }): TriedFlag => ({
      change: 'new',
      flag: null,
      outcome: null,
      level,
      at,
      unit: unit && { gtin: unit.gtin, serial: unit.serial },
      facts,
    }));
    const all = [...added, ...known].sort(
      (one, other) => other.level - one.level || one.at.getTime() - other.at.getTime(),
    );
    return (['new', 'lost', 'kept'] as const).flatMap((change) =>
      all.filter((flag) => flag.change === change).slice(0, NAMED),
    );
  }
}

/** The past is read in no order: of equals the first in time counts, and of those any, but always the same. */
const byGravity = (one: WouldBe, other: WouldBe): number =>
  other.level - one.level || one.at.getTime() - other.at.getTime() || one.source.localeCompare(other.source);

export function outcomesOf(flags: readonly Pick<KnownFlag, 'status'>[]): Outcomes {
  const count = (status: KnownFlag['status']) => flags.filter((flag) => flag.status === status).length;
  const [confirmed, dismissed] = [count('confirmed'), count('dismissed')];
  const resolved = confirmed + dismissed;
  return {
    confirmed,
    dismissed,
    unknown: flags.length - resolved,
    falseAlertRate: resolved === 0 ? null : dismissed / resolved,
  };
}
