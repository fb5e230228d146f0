/** One key of a keyboard, or of a scanner that behaves like one. */
export interface KeyPress {
  /** What it means under this computer's layout: `a`, `Enter`, `Process` while an input method is at work. */
  readonly key: string;
  /** Where it is: `KeyA`, whatever the layout. */
  readonly code: string;
  /** Milliseconds on any clock. */
  readonly at: number;
  readonly isShifted: boolean;
  readonly isCapsLocked: boolean;
  /** Ctrl or Meta, but not the AltGr that some layouts need to write a plain character. */
  readonly isCommand: boolean;
  readonly isAlt: boolean;
  /** Held down by a finger: a scanner lets go. */
  readonly isRepeat: boolean;
  /** Going up. Only Alt is of interest then. */
  readonly isUp: boolean;
}

export function keyPressOf(event: KeyboardEvent): KeyPress {
  const isAltGraph = event.getModifierState('AltGraph');
  return {
    key: event.key,
    code: event.code,
    at: event.timeStamp,
    isShifted: event.shiftKey,
    isCapsLocked: event.getModifierState('CapsLock'),
    isCommand: (event.ctrlKey || event.metaKey) && !isAltGraph,
    isAlt: event.altKey && !isAltGraph,
    isRepeat: event.repeat,
    isUp: event.type === 'keyup',
  };
}

const PLAIN: Readonly<Record<string, string>> = {
  Backquote: '`',
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Semicolon: ';',
  Quote: "'",
  Comma: ',',
  Period: '.',
  Slash: '/',
  Space: ' ',
  NumpadDecimal: '.',
  NumpadSubtract: '-',
  NumpadAdd: '+',
  NumpadMultiply: '*',
  NumpadDivide: '/',
};
const SHIFTED: Readonly<Record<string, string>> = {
  Backquote: '~',
  Minus: '_',
  Equal: '+',
  BracketLeft: '{',
  BracketRight: '}',
  Backslash: '|',
  Semicolon: ':',
  Quote: '"',
  Comma: '<',
  Period: '>',
  Slash: '?',
};
const SHIFTED_DIGITS = ')!@#$%^&*(';

/**
 * The character of this key on a US keyboard, which is what scanners are when they leave the factory. It does not depend
 * on the computer's layout or input method.
 */
export function characterByPlace({ code, isShifted, isCapsLocked }: KeyPress): string | undefined {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return isShifted === isCapsLocked ? letter.toLowerCase() : letter;
  const digit = /^Digit([0-9])$/.exec(code)?.[1];
  if (digit !== undefined) return isShifted ? SHIFTED_DIGITS[Number(digit)] : digit;
  const keypad = /^Numpad([0-9])$/.exec(code)?.[1];
  return keypad ?? (isShifted ? SHIFTED[code] : undefined) ?? PLAIN[code];
}

/** The character that this computer makes of the key; nothing where an input method or a dead key swallows it. */
export function characterByMeaning({ key }: KeyPress): string | undefined {
  return Array.from(key).length === 1 && key >= ' ' && key !== '\u007f' ? key : undefined;
}
