import { parseLabel } from '../../../labels/label-text.ts';
import type { ReadHint } from '../../../labels/read-diagnosis.ts';
import { cartonNumber } from './carton-number.ts';

export interface Expected {
  readonly gtin: string;
  readonly serial: string;
  readonly partNumber: string;
  readonly name: string;
  readonly sscc: string | null;
}

/** One scan that counts: a unit of this delivery, a carton of it, or a stranger. */
export interface Counted {
  readonly code: string;
  /** Serials of the units that it stands for; none for a stranger. */
  readonly serials: readonly string[];
  /** Of a return of new parts: what the inspector saw. */
  readonly isAsNew?: boolean;
}

export interface ReceivingDraft {
  readonly scans: readonly Counted[];
  /** Of the receipt: asked twice, it is made once. */
  readonly key: string;
}

export type Sight =
  | { readonly kind: 'unit' | 'carton'; readonly units: readonly Expected[]; readonly isAgain: boolean }
  | {
      readonly kind: 'stranger';
      readonly gtin?: string;
      readonly serial: string;
      readonly isForeign: boolean;
      readonly isAgain: boolean;
    }
  | { readonly kind: 'strangerCarton' }
  | { readonly kind: 'unreadable'; readonly hint?: ReadHint };

const serialsOf = ({ scans }: ReceivingDraft): Set<string> => new Set(scans.flatMap(({ serials }) => serials));

/** What a code is to this delivery. The signature is the server's to check, when the receipt is made. */
export function sightOf(code: string, origin: string, expected: readonly Expected[], draft: ReceivingDraft): Sight {
  const counted = serialsOf(draft);
  const sscc = cartonNumber(code);
  if (sscc !== undefined) {
    const units = expected.filter((unit) => unit.sscc === sscc);
    if (units.length === 0) return { kind: 'strangerCarton' };
    return { kind: 'carton', units, isAgain: units.every(({ serial }) => counted.has(serial)) };
  }
  const label = parseLabel(code, origin);
  if (label.kind === 'unreadable') return { kind: 'unreadable', ...(label.hint && { hint: label.hint }) };
  const { serial, gtin } = label;
  const isForeign = label.kind === 'foreignHost';
  const unit = isForeign ? undefined : expected.find((each) => each.serial === serial && (!gtin || each.gtin === gtin));
  if (unit) return { kind: 'unit', units: [unit], isAgain: counted.has(serial) };
  const isAgain = draft.scans.some((scan) => scan.code === code);
  return { kind: 'stranger', serial, isForeign, isAgain, ...(gtin !== undefined && { gtin }) };
}

/** Units that a carton stands for are counted once, also where one of them was scanned before. */
export function count(draft: ReceivingDraft, code: string, units: readonly Expected[]): ReceivingDraft {
  const before = serialsOf(draft);
  const serials = units.map(({ serial }) => serial).filter((serial) => !before.has(serial));
  return { ...draft, scans: [...draft.scans, { code, serials }] };
}

export const undo = (draft: ReceivingDraft): ReceivingDraft => ({ ...draft, scans: draft.scans.slice(0, -1) });

export const inspect = (draft: ReceivingDraft, code: string, isAsNew: boolean): ReceivingDraft => ({
  ...draft,
  scans: draft.scans.map((scan) => (scan.code === code ? { ...scan, isAsNew } : scan)),
});

export interface Tally {
  readonly received: readonly Expected[];
  readonly missing: readonly Expected[];
  readonly over: readonly string[];
  /** Units of a return that nobody has judged. */
  readonly undecided: readonly Counted[];
}

export function tallyOf(draft: ReceivingDraft, expected: readonly Expected[]): Tally {
  const counted = serialsOf(draft);
  return {
    received: expected.filter(({ serial }) => counted.has(serial)),
    missing: expected.filter(({ serial }) => !counted.has(serial)),
    over: draft.scans.filter(({ serials }) => serials.length === 0).map(({ code }) => code),
    undecided: draft.scans.filter(({ serials, isAsNew }) => serials.length > 0 && isAsNew === undefined),
  };
}

/** How many of each part, in the order of part numbers. */
export function byPart(
  units: readonly Expected[],
): { readonly partNumber: string; readonly name: string; readonly units: number }[] {
  const parts = new Map<string, { partNumber: string; name: string; units: number }>();
  for (const { partNumber, name } of units) {
    const part = parts.get(partNumber) ?? { partNumber, name, units: 0 };
    part.units++;
    parts.set(partNumber, part);
  }
  return [...parts.values()].sort((a, b) => (a.partNumber < b.partNumber ? -1 : 1));
}
