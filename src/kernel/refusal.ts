import type { Words } from './words.ts';

/**
 * What kind of no it is. Transport maps it to a status; nothing here knows one.
 * `conflict`: the trade forbids it now · `missing`: no such thing for this caller · `forbidden`: not this role ·
 * `invalid`: the input contradicts itself or the catalogue · `blocked`: open findings stand in the way.
 */
export type RefusalKind =
  'conflict' | 'missing' | 'forbidden' | 'invalid' | 'blocked' | 'unauthenticated' | 'throttled';

/** One faulty place in the input: `path` as in `lines[2].quantity`, what was found and what is expected. */
export interface InputFault {
  readonly path: string;
  readonly message: string;
  readonly words?: Words;
}

/**
 * A no of the trade, with a stable code for machines and words for people. Not a fault: it is logged at info at most.
 * Each folder declares its own in `<folder>.refusals.ts`.
 */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly kind: RefusalKind,
    readonly words: Words,
    /** Further members of the answer, by name: `{ findings, verdict }`. No personal data. */
    readonly members: Readonly<Record<string, unknown>> = {},
    readonly errors: readonly InputFault[] = [],
  ) {
    super(`${code}: ${words.en}`);
    this.name = 'Refusal';
  }
}
