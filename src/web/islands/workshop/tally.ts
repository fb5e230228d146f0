import { type ParsedLabel, parseLabel } from '../../../labels/label-text.ts';
import type { ShipmentLine } from './contract.ts';

/** One label read while a delivery is unpacked. */
export interface Tallied {
  /** As it was read: this is what the receipt sends. */
  readonly code: string;
  readonly serial: string;
  readonly isExpected: boolean;
}

export type Tally = readonly Tallied[];

/** The list of a delivery, or whatever a person chooses to send. */
export type Expected = readonly ShipmentLine[] | 'anything';

/** `told`: what the person hears of this one scan. */
export interface Counted {
  readonly tally: Tally;
  readonly told: 'ticked' | 'over' | 'twice' | 'unreadable';
}

/** Adds one scan to what was counted. A label read twice is one part; a bad read is nothing at all. */
export function count(tally: Tally, code: string, expected: Expected, origin: string): Counted {
  const serial = serialIn(parseLabel(code, origin));
  if (serial === null) return { tally, told: 'unreadable' };
  if (tally.some((each) => each.serial === serial)) return { tally, told: 'twice' };
  const isExpected =
    expected === 'anything' || expected.some((line) => line.serial === serial && line.outcome !== 'received');
  return { tally: [...tally, { code, serial, isExpected }], told: isExpected ? 'ticked' : 'over' };
}

const serialIn = (parsed: ParsedLabel): string | null => ('serial' in parsed ? parsed.serial : null);
