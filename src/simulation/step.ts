/** A unit as the plan calls it; its serial is drawn by the server when it is minted. */
export type UnitName = string;
/** Somebody at work, as `WS-03/technician-2`; `public` is anybody with a phone. */
export type Who = string;

/**
 * What reader or fingers make of a label. The last three are what forgers do to a code; the others are
 * honest work and honest trouble.
 */
export type Manner =
  'printed' | 'lowerCase' | 'cutShort' | 'fullWidth' | 'typed' | 'mistyped' | 'forged' | 'foreignHost' | 'leakedKey';

/** Stands for the code that is read off this unit's label. */
export interface Reading {
  readonly read: UnitName;
  readonly as: Manner;
}

/** Stands for an id that the server gave out earlier, under the name it was kept by. */
export interface Given {
  readonly given: string;
}

export type Value = string | number | boolean | null | Reading | Given | readonly Value[] | Body;
export interface Body {
  readonly [member: string]: Value | undefined;
}

/** One thing that somebody does: a request, when, and by whom. No step says whether it is honest. */
export interface Step {
  /** When the server gets it; milliseconds since 1970, and no other step has the same. */
  readonly at: number;
  readonly who: Who;
  readonly method: 'POST' | 'PUT';
  /** `{name}` stands for what the server gave out under that name. */
  readonly path: string;
  readonly body: Body | string;
  /** The labels of these units come into being: wait for the batch and read its labels. */
  readonly labels?: readonly UnitName[];
  /** What is kept of the answer, by the name that later steps call it. */
  readonly keeps?: { readonly name: string; readonly member: 'id' | 'kid' | 'fitting.id' | 'token' | 'sscc' };
  /** The same request again: a tap that was sent twice, or an answer that got lost. */
  readonly times?: number;
}

/** A country's life as requests. It does not say who cheats. */
export interface Plan {
  readonly seed: number;
  readonly steps: readonly Step[];
  readonly startsAt: number;
  readonly endsAt: number;
  readonly scans: number;
}

export const isReading = (value: Value | undefined): value is Reading =>
  typeof value === 'object' && value !== null && 'read' in value && 'as' in value;

export const isGiven = (value: Value | undefined): value is Given =>
  typeof value === 'object' && value !== null && 'given' in value;

export const reading = (read: UnitName, as: Manner = 'printed'): Reading => ({ read, as });
