import type { KeyPress } from './key-press.ts';
import { isLineEnd, isModifier, type KeyText, NO_TEXT, understood, withKey } from './key-text.ts';

/** Keys that follow each other so fast that they may be a scanner's. */
export interface Burst {
  readonly text: KeyText;
  readonly startedAt: number;
  readonly lastAt: number;
  readonly keys: number;
  /** No hand types like this: from here on the keys are kept from the page. */
  readonly isSure: boolean;
  /** How much of the text had reached the page before. */
  readonly leaked: number;
  /** A code was just read; the line ends that still come belong to it. */
  readonly isOver: boolean;
}

export type Effect =
  /** Somebody's own key: leave it alone. */
  | { readonly kind: 'none' }
  /** The first of what may become a scan: what has the focus may have to be put back as it is now. */
  | { readonly kind: 'begin' }
  /** The scanner's: no other listener, and no field, may see it. */
  | { readonly kind: 'keep' }
  /** The scanner's last: put the field back, and here is the code. */
  | { readonly kind: 'scan'; readonly text: string };

export interface Step {
  readonly burst: Burst | undefined;
  readonly effect: Effect;
}

/**
 * Milliseconds from key to key, on average, that tell a scanner from hands: who rolls over the keys writes three or four
 * characters like that, not six; nobody writes twenty as fast as a slow radio link sends them.
 */
const PACES = [
  { characters: 20, pace: 55 },
  { characters: 6, pace: 35 },
] as const;
/** Slower than this, a scanner cannot be told from a person. */
export const SLOWEST_PACE = PACES[0].pace;
/** Milliseconds between two keys of what is not yet known for a scanner; radio links stutter. */
const PATIENCE = 120;
/** Milliseconds without a key after which nothing more will come. */
export const SILENCE = 300;

const NONE: Effect = { kind: 'none' };
const KEEP: Effect = { kind: 'keep' };
const LEAVE: Step = { burst: undefined, effect: NONE };

/** Takes one key. Pure: the same keys at the same times always give the same steps. */
export function takeKey(before: Burst | undefined, press: KeyPress): Step {
  const burst = before && press.at - before.lastAt <= (before.isSure ? SILENCE : PATIENCE) ? before : undefined;
  if (isLineEnd(press)) return takeLineEnd(burst, press);
  const open = burst?.isOver ? undefined : burst;
  const text = withKey(open?.text ?? NO_TEXT, press);
  if (!text) return takeOther(burst, press);
  // A held key repeats as fast as a scanner types; a scanner lets go of each.
  if (press.isRepeat) return open?.isSure ? { burst: open, effect: KEEP } : LEAVE;
  return takeCharacter(open, text, press);
}

/**
 * Nothing has come for `SILENCE`. A scanner that sends no Enter is understood where the text shows that it is whole; what
 * was kept from the page for nothing is given back.
 */
export function takeSilence({
  isSure,
  isOver,
  text,
  leaked,
}: Burst): { readonly scanned: string } | { readonly giveBack: string } | undefined {
  if (!isSure || isOver) return undefined;
  const scanned = understood(text);
  return WHOLE_LABEL.test(scanned) ? { scanned } : { giveBack: text.typed.slice(leaked) };
}

const WHOLE_LABEL = /\?S=[0-9A-HJKMNP-TV-Z]{107}$/i;

function takeLineEnd(burst: Burst | undefined, press: KeyPress): Step {
  if (!burst?.isSure) return LEAVE;
  const over = { ...burst, lastAt: press.at, isOver: true };
  return { burst: over, effect: burst.isOver ? KEEP : { kind: 'scan', text: understood(burst.text) } };
}

/** Keys without a character: Shift between letters, but also the function keys by which scanners send control characters. */
function takeOther(burst: Burst | undefined, press: KeyPress): Step {
  if (press.isUp || isModifier(press)) return { burst, effect: NONE };
  if (burst?.isSure && !burst.isOver) return { burst: { ...burst, lastAt: press.at }, effect: KEEP };
  // A command may stand between two characters of a scanner; Escape, or an arrow, is somebody's finger.
  return press.isCommand || press.isAlt ? { burst, effect: NONE } : LEAVE;
}

function takeCharacter(before: Burst | undefined, text: KeyText, { at, isUp }: KeyPress): Step {
  const burst = before ?? { startedAt: at, keys: 0, isSure: false, leaked: 0, isOver: false };
  const keys = burst.keys + (isUp ? 0 : 1);
  const pace = (at - burst.startedAt) / Math.max(1, keys - 1);
  const isSure = burst.isSure || isScanner(text.placed.length, pace);
  const leaked = isSure ? burst.leaked : text.typed.length;
  const effect = before ? (isSure ? KEEP : NONE) : ({ kind: 'begin' } as const);
  return { burst: { ...burst, text, keys, isSure, leaked, lastAt: at }, effect };
}

const isScanner = (characters: number, pace: number): boolean =>
  PACES.some((known) => characters >= known.characters && pace <= known.pace);
