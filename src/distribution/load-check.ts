import type { FoundUnit } from '../units/unit-lookup.ts';
import type { CartonRow } from './cartons.query.ts';
import type { Objection } from './code-faults.ts';

/** What one code is, and why it cannot be shipped; `objection` is null where it can. */
export interface LoadCheck {
  readonly code: string;
  /** Only where the caller has it in hand, or made it. */
  readonly unit: FoundUnit | null;
  readonly carton: CartonRow | null;
  readonly objection: Objection | null;
}
