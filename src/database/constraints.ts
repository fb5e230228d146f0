import type { Refusal } from '../kernel/refusal.ts';

/**
 * Names of database constraints and the refusal each one stands for, so that the loser of a race hears the same no as
 * somebody who came late. Every folder exports its own beside its refusals; the application merges them.
 * A unique constraint of a partitioned table carries another name on each partition: name it after its partition there.
 */
export type ConstraintRefusals = Readonly<Record<string, () => Refusal>>;

/** The merged table. */
export class Constraints {
  private constructor(private readonly refusals: ReadonlyMap<string, () => Refusal>) {}

  /** @throws Error when two folders claim one constraint. */
  static of(...folders: readonly ConstraintRefusals[]): Constraints {
    const refusals = new Map<string, () => Refusal>();
    for (const [name, refusal] of folders.flatMap((folder) => Object.entries(folder))) {
      if (refusals.has(name)) throw new Error(`The constraint ${name} stands for two refusals.`);
      refusals.set(name, refusal);
    }
    return new Constraints(refusals);
  }

  /** The refusal that a failed statement stands for, whether it came through `pg` or TypeORM; else it is a fault. */
  refusalFor(error: unknown): Refusal | undefined {
    const name = constraintOf(error);
    return name === undefined ? undefined : this.refusals.get(name)?.();
  }
}

function constraintOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { constraint, driverError } = error as { constraint?: unknown; driverError?: unknown };
  return typeof constraint === 'string' ? constraint : constraintOf(driverError);
}
