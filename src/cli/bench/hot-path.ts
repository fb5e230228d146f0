import type { DemoStaff } from './demo-staff.ts';
import type { HttpRequest } from './http-lanes.ts';
import type { Spread } from './rounds.ts';
import type { StatementsAlone } from './statements-alone.ts';
import type { Recording } from './wire-recorder.ts';

/** The world before it is copied: whatever is made here is in every copy. */
export interface World {
  readonly url: string;
  readonly warehouse: DemoStaff;
  /** Advisor and parts clerk of the workshop. */
  readonly advisor: DemoStaff;
  readonly technician: DemoStaff;
  /** The only value of a question's only row. */
  readonly ask: (question: string) => Promise<unknown>;
}

/** Where it is measured: a server on one copy of the world, and the statements alone on another. */
export interface Live {
  readonly url: string;
  readonly ask: World['ask'];
  readonly alone: StatementsAlone;
  /** Of the path's requests, in their order. */
  readonly recordings: readonly Recording[];
}

/** One line of the table. */
export interface Row {
  readonly what: string;
  readonly ours: string;
  readonly limit: string;
  readonly ratio: Spread;
  /** The ratio that is good enough, where more is better; left out where there is none. */
  readonly wanted?: number;
  /** The ratio that is still good enough, where less is better. */
  readonly atMost?: number;
  readonly note?: string;
}

export interface Measurement {
  /** Sent once to a server on a copy of its own, to learn what each asks of the database. */
  readonly recorded?: readonly HttpRequest[];
  run(live: Live): Promise<Row[]>;
}

/** Something that people wait for. `prepare` makes what it needs in the world. */
export interface HotPath {
  readonly name: string;
  prepare(world: World): Promise<Measurement>;
}

/** `1,234 scans/s` */
export const perSecond = (value: number, unit: string): string => `${Math.round(value).toLocaleString('en')} ${unit}/s`;
