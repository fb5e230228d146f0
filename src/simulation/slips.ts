import type { Repair } from './repair.ts';
import type { Affair, Story } from './story.ts';

/**
 * How often honest people slip. Per line of an order unless it says otherwise; proposals, after what medicines verification
 * met in its first year: mangled reads and late uploads far before everything else.
 */
export const SLIP_RATES = {
  doubleScan: 0.03,
  mangledRead: 0.025,
  wrongKeyboard: 0.01,
  lowerCase: 0.01,
  typed: 0.01,
  mistyped: 0.006,
  wrongPart: 0.006,
  wrongVin: 0.004,
  offline: 0.04,
  clockAhead: 0.01,
  givenBack: 0.012,
  undone: 0.004,
  sealBroken: 0.0005,
  fittedBeforeReceipt: 0.001,
  sentTwice: 0.02,
} as const;
export type LineSlip = keyof typeof SLIP_RATES;

/** Per order. */
export const ORDER_RATES = {
  oldPartForgotten: 0.012,
  billTypo: 0.006,
  comeback: 0.01,
  ownerChecks: 0.08,
  ownerConfirms: 0.2,
  billSentAgain: 0.02,
} as const;

/** Per shipment, and per batch. */
export const SUPPLY_RATES = {
  split: 0.12,
  short: 0.03,
  over: 0.005,
  misprint: 0.04,
  reprint: 0.03,
  returnNew: 0.3,
} as const;

/** The goods themselves were not right, and nobody cheated: whoever is told of it is told the truth. */
export const MISHAPS: readonly string[] = ['sealBroken', 'over', 'short'];

/** What is told meanwhile belongs to one slip. */
export function slip(story: Story, repair: Repair, kind: string, tell: (affair: Affair) => void): void {
  const affair = story.begin(kind, false, repair.at);
  affair.orders.add(repair.number);
  affair.workshops.add(repair.workshop.code);
  repair.affair = affair;
  tell(affair);
  repair.affair = null;
}
