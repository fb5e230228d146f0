import { type KeyPress } from './key-press.ts';
import { isLineEnd, isModifier, type KeyText, NO_TEXT, understood, withKey } from './key-text.ts';
import { SLOWEST_PACE } from './wedge-burst.ts';

export type LayoutName = 'azerty' | 'qwertz' | 'other';

/** What is wrong between a scanner and this computer. */
export type Trouble =
  | { readonly kind: 'otherCode' }
  | { readonly kind: 'tooSlow'; /** Milliseconds from key to key. */ readonly pace: number }
  | { readonly kind: 'truncated'; readonly characters: number; readonly of: number }
  | { readonly kind: 'lost'; readonly characters: number }
  | { readonly kind: 'prefix' | 'suffix'; readonly text: string }
  | { readonly kind: 'noEnter' }
  | { readonly kind: 'layout'; readonly layout: LayoutName }
  | { readonly kind: 'inputMethod' }
  | { readonly kind: 'capsLock' }
  | { readonly kind: 'controls' };

export interface Diagnosis {
  /** What this computer made of the keys. */
  readonly received: string;
  /** What our pages understand; `null` where the keys were no test code to them. */
  readonly understood: string | null;
  /** The worst first. None: the scanner is set up well. */
  readonly troubles: readonly Trouble[];
}

/** Whether pages of ours understand the scanner as it is. Other programs on the computer may still not. */
export const isUsable = ({ understood: text, troubles }: Diagnosis): boolean =>
  text !== null && !troubles.some(({ kind }) => kind === 'tooSlow');

/** What the keys of one scan tell about scanner and computer, where `expected` is the text of the code that was scanned. */
export function diagnose(keys: readonly KeyPress[], expected: string): Diagnosis {
  const text = textOf(keys);
  const meant = [text.typed, text.placed].find((read) => fold(read).includes(fold(expected)));
  const ours = understood(text);
  const troubles = [
    ...(meant === undefined ? damageOf(text, expected) : extrasOf(meant, expected)),
    ...(meant !== undefined && meant !== text.typed ? misreadingOf(keys) : []),
    ...habitsOf(keys),
  ];
  return {
    received: text.typed,
    understood: fold(ours) === fold(expected) ? ours : null,
    troubles: troubles.sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind)),
  };
}

const textOf = (keys: readonly KeyPress[]): KeyText =>
  keys.reduce((before, press) => withKey(before, press) ?? before, NO_TEXT);

const ORDER: readonly Trouble['kind'][] = [
  'otherCode',
  'tooSlow',
  'truncated',
  'lost',
  'prefix',
  'suffix',
  'noEnter',
  'layout',
  'inputMethod',
  'capsLock',
  'controls',
];

/** Whether keys are worth a diagnosis: somebody who types something else entirely is no scanner. */
export function isLikeScan(keys: readonly KeyPress[], expected: string): boolean {
  const { typed, placed } = textOf(keys);
  return [typed, placed].some((read) => {
    const [folded, code] = [fold(read), fold(expected)];
    return folded.length >= LEAST && (code.includes(folded) || folded.includes(code.slice(0, LEAST)));
  });
}

/** Of characters that nobody types by chance. */
const LEAST = 8;

const fold = (text: string): string => text.toUpperCase();

/** What stands before and after the code. */
function extrasOf(meant: string, expected: string): Trouble[] {
  const at = fold(meant).indexOf(fold(expected));
  const [before, after] = [meant.slice(0, at), meant.slice(at + expected.length)];
  return [
    ...(before === '' ? [] : [{ kind: 'prefix', text: before } as const]),
    ...(after === '' ? [] : [{ kind: 'suffix', text: after } as const]),
  ];
}

/** What became of the code on its way, where it did not arrive whole. */
function damageOf(text: KeyText, expected: string): Trouble[] {
  const code = fold(expected);
  const of = code.length;
  for (const read of [fold(text.typed), fold(text.placed)]) {
    const characters = read.length;
    if (characters === of && isRenamed(code, read)) return [{ kind: 'layout', layout: 'other' }];
    if (characters < LEAST || characters >= of) continue;
    if (code.startsWith(read) || code.endsWith(read)) return [{ kind: 'truncated', characters, of }];
    if (characters * 2 > of && isLeftOf(read, code)) return [{ kind: 'lost', characters: of - characters }];
  }
  return [{ kind: 'otherCode' }];
}

/** Each character stands for one other, always the same: whichever two layouts meet here, it is a matter of layouts. */
function isRenamed(code: string, read: string): boolean {
  const pairs = new Set(Array.from(code, (character, i) => character + read[i]));
  return pairs.size === new Set(code).size && pairs.size === new Set(read).size;
}

/** Whether `read` is `code` with characters left out. */
function isLeftOf(read: string, code: string): boolean {
  let next = 0;
  for (const character of code) if (character === read[next]) next++;
  return next === read.length;
}

/** What the keys tell, whatever they write. */
function habitsOf(keys: readonly KeyPress[]): Trouble[] {
  const downs = keys.filter((press) => !press.isUp && !isModifier(press));
  const characters = downs.filter((press) => !isLineEnd(press));
  const pace = Math.round(
    ((characters.at(-1)?.at ?? 0) - (characters[0]?.at ?? 0)) / Math.max(1, characters.length - 1),
  );
  const last = downs.at(-1);
  return [
    ...(pace > SLOWEST_PACE ? [{ kind: 'tooSlow', pace } as const] : []),
    ...(last && isLineEnd(last) ? [] : [{ kind: 'noEnter' } as const]),
    ...(characters.some((press) => withKey(NO_TEXT, press) === undefined) ? [{ kind: 'controls' } as const] : []),
    ...(keys.some(isComposed) ? [{ kind: 'inputMethod' } as const] : []),
    ...(keys.some(isTurned) ? [{ kind: 'capsLock' } as const] : []),
  ];
}

/** Why the computer does not write what the scanner's keys say. */
function misreadingOf(keys: readonly KeyPress[]): Trouble[] {
  return keys.some(isComposed) ? [] : [{ kind: 'layout', layout: layoutIn(keys) }];
}

/** Not every system tells that caps lock is on, but a letter that stays small under Shift tells it too. */
const isTurned = ({ key, code, isShifted, isCapsLocked }: KeyPress): boolean =>
  isCapsLocked || (code.startsWith('Key') && /^[a-z]$/i.test(key) && isShifted !== (key === key.toUpperCase()));

const isComposed = ({ key }: KeyPress): boolean => key === 'Process';

/** By what stands where Q and Y stand on a US keyboard. */
function layoutIn(keys: readonly KeyPress[]): LayoutName {
  const meaning = (place: string) => keys.find(({ code }) => code === place)?.key.toUpperCase();
  if (meaning('KeyQ') === 'A') return 'azerty';
  return meaning('KeyY') === 'Z' ? 'qwertz' : 'other';
}
