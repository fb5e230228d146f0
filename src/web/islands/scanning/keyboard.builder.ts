import type { KeyPress } from './key-press.ts';

/** What stands on a key, without and with Shift. `Dead`: a key that waits for the next. */
type Faces = readonly [plain: string, shifted: string];
export type Layout = Readonly<Record<string, Faces>>;

const letters = (row: string, codes = row.toUpperCase()): Layout =>
  Object.fromEntries(Array.from(row, (letter, i) => [`Key${codes[i]}`, [letter, letter.toUpperCase()]]));
const digits = (plain: string, shifted: string): Layout =>
  Object.fromEntries(Array.from('1234567890', (digit, i) => [`Digit${digit}`, [plain[i]!, shifted[i]!]]));

export const US: Layout = {
  ...letters('abcdefghijklmnopqrstuvwxyz'),
  ...digits('1234567890', '!@#$%^&*()'),
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  Semicolon: [';', ':'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Space: [' ', ' '],
};
/** France. */
export const AZERTY: Layout = {
  ...US,
  ...letters('aqzw', 'QAWZ'),
  ...digits('&é"\'(-è_çà', '1234567890'),
  KeyM: [',', '?'],
  Minus: [')', '°'],
  Semicolon: ['m', 'M'],
  Comma: [';', '.'],
  Period: [':', '/'],
  Slash: ['!', '§'],
};
/** Germany. */
export const QWERTZ: Layout = {
  ...US,
  ...letters('yz', 'ZY'),
  ...digits('1234567890', '!"§$%&/()='),
  Minus: ['ß', '?'],
  Equal: ['Dead', 'Dead'],
  Semicolon: ['ö', 'Ö'],
  Comma: [',', ';'],
  Period: ['.', ':'],
  Slash: ['-', '_'],
};
/** Letters of another order altogether. */
export const DVORAK: Layout = {
  ...letters("axje.uidchtnmbrl'poygk,qf;", 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
  ...digits('1234567890', '!@#$%^&*()'),
  Minus: ['[', '{'],
  Equal: [']', '}'],
  Semicolon: ['s', 'S'],
  Period: ['v', 'V'],
  Slash: ['z', 'Z'],
};

export interface Setup {
  /** What the scanner takes the computer's keyboard for. */
  readonly scanner?: Layout;
  /** What the computer takes the scanner for. */
  readonly computer?: Layout;
  /** Milliseconds from key to key. */
  readonly pace?: number;
  readonly from?: number;
  readonly isCapsLocked?: boolean;
  /** A Chinese input method swallows the keys. */
  readonly isComposing?: boolean;
}

/** The keys of a scanner that sends `text`, Shift and key releases included. */
export function keysFor(text: string, setup: Setup = {}): KeyPress[] {
  const { scanner = US, pace = 8, from = 1000 } = setup;
  return Array.from(text).flatMap((character, i) => {
    const [code, isShifted] = placeOf(character, scanner);
    const at = from + i * pace;
    const down = keyDown({
      code,
      isShifted,
      at,
      isCapsLocked: setup.isCapsLocked === true,
      key: meaningOf(code, isShifted, setup),
    });
    const shift = keyDown({ ...down, key: 'Shift', code: 'ShiftLeft' });
    return [...(isShifted ? [shift] : []), down, { ...down, isUp: true }];
  });
}

/** What follows `keys` in the scanner's own time: `Enter`, `F8`, or with Ctrl `KeyJ`. */
export function followedBy(keys: readonly KeyPress[], code: string, more: Partial<KeyPress> = {}): KeyPress[] {
  return [...keys, keyDown({ key: code, code, at: (keys.at(-1)?.at ?? 1000) + 8, ...more })];
}

/** Each character as Alt and three digits, as scanners write for computers of any layout. */
export function altCodesFor(text: string, pace = 8): KeyPress[] {
  let at = 1000;
  return Array.from(text).flatMap((character) => {
    const number = String(character.charCodeAt(0)).padStart(3, '0');
    const alt = keyDown({ key: 'Alt', code: 'AltLeft', at, isAlt: true });
    const held = Array.from(number, (digit) => {
      at += pace;
      return keyDown({ key: digit, code: `Numpad${digit}`, at, isAlt: true });
    });
    return [alt, ...held, { ...alt, at, isAlt: false, isUp: true }];
  });
}

export const keyDown = (press: Partial<KeyPress>): KeyPress => ({
  key: 'Unidentified',
  code: '',
  at: 1000,
  isShifted: false,
  isCapsLocked: false,
  isCommand: false,
  isAlt: false,
  isRepeat: false,
  isUp: false,
  ...press,
});

function placeOf(character: string, layout: Layout): readonly [code: string, isShifted: boolean] {
  for (const [code, faces] of Object.entries(layout)) {
    const at = faces.indexOf(character);
    if (at >= 0) return [code, at === 1];
  }
  throw new Error(`no key for ${character}`);
}

function meaningOf(code: string, isShifted: boolean, { computer = US, isCapsLocked, isComposing }: Setup): string {
  if (isComposing) return 'Process';
  const [plain, shifted] = computer[code]!;
  // Caps lock turns letters only.
  const isLetter = plain.toUpperCase() === shifted && plain !== shifted;
  return isShifted !== (isLetter && isCapsLocked === true) ? shifted : plain;
}
