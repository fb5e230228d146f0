import type { Tx } from '../database/database.ts';

/** How far a pass is when its turn comes. */
export interface Turn {
  /** Everything recorded up to here was looked at. */
  readonly doneUntil: Date;
  readonly now: Date;
}

export interface Progress {
  readonly doneUntil: Date;
  /** False: there is more to look at, at once. */
  readonly isFinished: boolean;
}

/**
 * Something that is looked at again and again in the background. A step is one transaction, in which its findings and how far it
 * came are written together: who dies in between has done nothing, and who comes back after a week goes on where it stopped.
 * A step may look at the same thing twice without harm.
 */
export interface Pass {
  readonly name: string;
  readonly everyMinutes: number;
  step(tx: Tx, turn: Turn): Promise<Progress>;
}

/** Rows in a step: some hundred milliseconds, so that nobody waits long for what it locks. */
export const MOST_IN_STEP = 500;

/** Days in which an honest queue finds a network: what waits longer is flagged for that (B06, R23). */
export const DAYS_TO_ARRIVE = 3;

/**
 * Whatever was being written while the last step looked may have committed since, under an earlier time. It is looked at twice
 * rather than never.
 */
const OVERLAP = 2 * 60_000;
export const withOverlap = ({ doneUntil }: Turn): Date => new Date(doneUntil.getTime() - OVERLAP);
