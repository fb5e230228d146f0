import { characterByMeaning, characterByPlace, type KeyPress } from './key-press.ts';

/** Keys that follow each other so fast that they may be a scanner's. */
export interface Burst {
  /** The text as this computer's layout has it. */
  readonly typed: string;
  /** The text as it stands on the keys of a US keyboard. */
  readonly placed: string;
  readonly startedAt: number;
  readonly lastAt: number;
  /** Keys so far, those of Alt codes each counted. */
  readonly keys: number;
  /** No hand types like this: from here on the keys are kept from the page. */
  readonly isSure: boolean;
  /** Digits of an Alt code that is being entered: `0065` becomes A. */
  readonly altDigits: string;
  /** A code was just read; what Enter still comes belongs to it. */
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

/** So many characters must come at a machine's pace. A person who rolls over the keys writes three or four like that. */
export const SURE_AFTER = 6;
/** Milliseconds from key to key, on average: scanners need 1 to 30, the fastest hands 60. */
export const SCANNER_PACE = 35;
/** Milliseconds between two keys of a scanner that is not yet known for one; radio links stutter. */
const PATIENCE = 120;
/** Milliseconds without a key after which nothing more will come. */
export const SILENCE = 300;

const NONE: Effect = { kind: 'none' };
const KEEP: Effect = { kind: 'keep' };

/** Takes one key. Pure: the same keys at the same times always give the same steps. */
export function takeKey(before: Burst | undefined, press: KeyPress): Step {
  const burst = before && press.at - before.lastAt <= patienceWith(before) ? before : undefined;
  if (isModifier(press)) return takeModifier(burst, press);
  if (press.isUp) return { burst, effect: NONE };
  if (isEnd(press)) return takeEnd(burst, press);
  if (burst?.isOver) return takeKey(undefined, press);
  if (press.isAlt && /^Numpad[0-9]$/.test(press.code)) return takeAltDigit(burst, press);
  if (press.isCommand || press.isAlt) return { burst, effect: burst?.isSure ? KEEP : NONE };
  return takeCharacter(burst, press);
}

/** Nothing has come for `SILENCE`. A scanner without Enter is understood where the text shows that it is whole. */
export function takeSilence(burst: Burst): { readonly scanned: string } | { readonly giveBack: string } | undefined {
  if (!burst.isSure || burst.isOver) return undefined;
  const text = textOf(burst);
  return WHOLE_LABEL.test(text) ? { scanned: text } : { giveBack: burst.typed.slice(SURE_AFTER - 1) };
}

const WHOLE_LABEL = /\?S=[0-9A-HJKMNP-TV-Z]{107}$/i;

const patienceWith = ({ isSure }: Burst): number => (isSure ? SILENCE : PATIENCE);

const MODIFIERS = ['Shift', 'CapsLock', 'Control', 'Alt', 'AltGraph', 'Meta', 'NumLock'];
const isModifier = ({ key }: KeyPress): boolean => MODIFIERS.includes(key);

/** Enter, Tab, and the Ctrl+J and Ctrl+M by which some scanners send a line's end. */
function isEnd({ key, code, isCommand, isAlt }: KeyPress): boolean {
  if (isCommand) return code === 'KeyJ' || code === 'KeyM';
  return !isAlt && (key === 'Enter' || key === 'Tab' || code === 'Enter' || code === 'NumpadEnter' || code === 'Tab');
}

function takeModifier(burst: Burst | undefined, press: KeyPress): Step {
  if (!burst || burst.altDigits === '' || !press.isUp || press.key !== 'Alt') return { burst, effect: NONE };
  const number = Number(burst.altDigits);
  const character = number >= 32 && number < 127 ? String.fromCharCode(number) : '';
  return { burst: withCharacter({ ...burst, altDigits: '' }, character, character), effect: NONE };
}

function takeEnd(burst: Burst | undefined, press: KeyPress): Step {
  if (burst?.isOver) return { burst: { ...burst, lastAt: press.at }, effect: KEEP };
  if (!burst?.isSure) return { burst: undefined, effect: NONE };
  return { burst: { ...burst, lastAt: press.at, isOver: true }, effect: { kind: 'scan', text: textOf(burst) } };
}

function takeAltDigit(burst: Burst | undefined, press: KeyPress): Step {
  const begun = burst ?? begin(press);
  const altDigits = begun.altDigits + press.code.slice('Numpad'.length);
  const next = { ...begun, altDigits, lastAt: press.at, keys: begun.keys + 1 };
  return { burst: next, effect: effectOn(burst, next) };
}

function takeCharacter(burst: Burst | undefined, press: KeyPress): Step {
  const typed = characterByMeaning(press);
  const placed = characterByPlace(press);
  if (typed === undefined && placed === undefined) {
    // Scanners send control characters of a code as function keys; a person who presses Escape is no scanner.
    return burst?.isSure ? { burst: { ...burst, lastAt: press.at }, effect: KEEP } : { burst: undefined, effect: NONE };
  }
  if (press.isRepeat) return { burst: burst?.isSure ? burst : undefined, effect: burst?.isSure ? KEEP : NONE };
  const begun = burst ?? begin(press);
  const timed = { ...begun, lastAt: press.at, keys: begun.keys + 1 };
  const next = withCharacter(timed, typed ?? placed!, placed ?? typed!);
  return { burst: next, effect: effectOn(burst, next) };
}

function effectOn(before: Burst | undefined, next: Burst): Effect {
  if (!before) return { kind: 'begin' };
  return next.isSure ? KEEP : NONE;
}

const begin = ({ at }: KeyPress): Burst => ({
  typed: '',
  placed: '',
  startedAt: at,
  lastAt: at,
  keys: 0,
  isSure: false,
  altDigits: '',
  isOver: false,
});

function withCharacter(burst: Burst, typed: string, placed: string): Burst {
  const next = { ...burst, typed: burst.typed + typed, placed: burst.placed + placed };
  const pace = (next.lastAt - next.startedAt) / Math.max(1, next.keys - 1);
  return { ...next, isSure: burst.isSure || (next.placed.length >= SURE_AFTER && pace <= SCANNER_PACE) };
}

/**
 * What a scanner of US layout meant, where this computer made nonsense of it: a link that begins like one, or letters and
 * digits only. Case is left as it is, since it means nothing on a label.
 */
function textOf({ typed, placed }: Burst): string {
  return !isSound(typed) && isSound(placed) ? placed : typed;
}

const isSound = (text: string): boolean => /^https?:\/\/[!-~]+$/i.test(text) || /^[0-9A-Z-]+$/i.test(text);
