import type { UnitName } from './step.ts';

/** Something that went wrong in the simulated country, on purpose or not. The server never learns of it. */
export interface Incident {
  readonly id: string;
  /** Name of a fraud, or of an honest slip. */
  readonly kind: string;
  readonly isFraud: boolean;
  /** When the record could first have shown it. */
  readonly since: number;
  readonly units: readonly UnitName[];
  readonly orders: readonly string[];
  readonly workshops: readonly string[];
}

/** The ground truth, kept apart from the plan. */
export interface Truth {
  readonly incidents: readonly Incident[];
  /** Which incident a step belongs to, by the time of the step or of the scan within it. */
  readonly byTime: ReadonlyMap<number, string>;
}
