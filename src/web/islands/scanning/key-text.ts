import { characterByMeaning, characterByPlace, type KeyPress } from './key-press.ts';

/** What keys have written so far, read in two ways at once. */
export interface KeyText {
  /** As this computer's layout has it. */
  readonly typed: string;
  /** As it stands on the keys of a US keyboard, whatever the layout or the input method. */
  readonly placed: string;
  /** Digits of an Alt code that is being entered: `065` becomes A when Alt goes up. */
  readonly altDigits: string;
}

export const NO_TEXT: KeyText = { typed: '', placed: '', altDigits: '' };

const MODIFIERS = ['Shift', 'CapsLock', 'Control', 'Alt', 'AltGraph', 'Meta', 'NumLock'];
/** A key that by itself writes nothing and ends nothing. */
export const isModifier = ({ key }: KeyPress): boolean => MODIFIERS.includes(key);

/** Enter, Tab, and the Ctrl+J and Ctrl+M by which some scanners send a line's end. */
export function isLineEnd({ key, code, isCommand, isAlt, isUp }: KeyPress): boolean {
  if (isUp) return false;
  if (isCommand) return code === 'KeyJ' || code === 'KeyM';
  return !isAlt && (key === 'Enter' || key === 'Tab' || code === 'Enter' || code === 'NumpadEnter' || code === 'Tab');
}

/** The text with what this key adds to it; `undefined` where the key writes nothing. */
export function withKey(text: KeyText, press: KeyPress): KeyText | undefined {
  if (press.isUp) return press.key === 'Alt' && text.altDigits !== '' ? withAltCode(text) : undefined;
  const altDigit = press.isAlt ? /^Numpad([0-9])$/.exec(press.code)?.[1] : undefined;
  if (altDigit !== undefined) return { ...text, altDigits: text.altDigits + altDigit };
  if (press.isCommand || press.isAlt || isModifier(press)) return undefined;
  const typed = characterByMeaning(press);
  const placed = characterByPlace(press);
  if (typed === undefined && placed === undefined) return undefined;
  return { ...text, typed: text.typed + (typed ?? placed), placed: text.placed + (placed ?? typed) };
}

/** Scanners that are set to any layout write characters as Alt codes. A control character, such as GS, is left out. */
function withAltCode({ typed, placed, altDigits }: KeyText): KeyText {
  const number = Number(altDigits);
  const character = number >= 32 && number < 127 ? String.fromCharCode(number) : '';
  return { typed: typed + character, placed: placed + character, altDigits: '' };
}

/**
 * What a scanner of US layout meant, where this computer made nonsense of it: a link, or letters and digits only. Case is
 * left as it is, since it means nothing on a label.
 */
export function understood(text: KeyText): string {
  const [typed, placed] = [text.typed, text.placed].map(withoutIdentifier) as [string, string];
  return !isSound(typed) && isSound(placed) ? placed : typed;
}

/** Scanners may be set to say first which kind of code it was (ISO/IEC 15424): `]Q1` for a QR code. It is not of the code. */
const withoutIdentifier = (text: string): string => text.replace(/^\][A-Za-z][0-9A-Za-z]/, '');

const isSound = (text: string): boolean => /^https?:\/\/[!-~]+$/i.test(text) || /^[0-9A-Z-]+$/i.test(text);
