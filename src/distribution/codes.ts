import { parseLabel } from '../labels/label-text.ts';
import { READ_HINT_WORDS } from '../labels/read-diagnosis.ts';
import type { InputFault } from '../kernel/refusal.ts';
import type { Words } from '../kernel/words.ts';
import type { FoundUnit, UnitKey } from '../units/unit-lookup.ts';
import { readSscc } from './sscc.ts';

/** One faulty code: `reason` is for machines, in the same words as the refusal's own codes. */
export interface CodeFault extends InputFault {
  readonly reason: string;
  readonly words: Words;
}

/** A code that somebody scanned or typed, read but not yet looked up. */
export interface ReadCode {
  /** Where it stood in the list. */
  readonly place: number;
  readonly text: string;
  /** The unit it names. */
  readonly key: UnitKey;
  /** What the label says of itself; `null` for a typed code. */
  readonly signature: Uint8Array | null;
  /** Its text is none that we print: it leads to another host, or bears a lot. Whatever number it borrows is not its own. */
  readonly isForeign: boolean;
}

export interface ReadCodes {
  readonly codes: readonly ReadCode[];
  readonly cartons: readonly { readonly place: number; readonly sscc: string }[];
  readonly faults: readonly CodeFault[];
}

/** Reads a list of labels, typed serials and cartons. `origin` is the public one. */
export function readCodes(texts: readonly string[], origin: string, path: string): ReadCodes {
  const codes: ReadCode[] = [];
  const cartons: { place: number; sscc: string }[] = [];
  const faults: CodeFault[] = [];
  texts.forEach((text, place) => {
    const sscc = readSscc(text);
    const parsed = parseLabel(text, origin);
    if (sscc !== undefined) cartons.push({ place, sscc });
    else if (parsed.kind === 'unreadable')
      faults.push(unreadable(`${path}[${place}]`, parsed.hint ? READ_HINT_WORDS[parsed.hint] : SCAN_AGAIN));
    else
      codes.push({
        place,
        text,
        key: { gtin: parsed.gtin ?? null, serial: parsed.serial },
        signature: parsed.kind === 'label' ? parsed.signature : null,
        isForeign: parsed.kind === 'foreignHost' || (parsed.kind === 'label' && parsed.lot !== undefined),
      });
  });
  return { codes, cartons, faults };
}

/** Whether this very label was printed for that unit. A typed code names its unit without proof, as people do. */
export const isLabelOf = ({ signature, isForeign }: ReadCode, unit: FoundUnit): boolean =>
  !isForeign && (signature === null || unit.signature.equals(signature));

const SCAN_AGAIN: Words = { zh: '读不出标签，请再扫一次。', en: 'This is no readable label. Scan it again.' };

const unreadable = (path: string, words: Words): CodeFault => ({
  path,
  reason: 'UNREADABLE_CODE',
  message: words.en,
  words,
});
