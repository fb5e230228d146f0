import { labelText, parseLabel, signedText } from './label-text.ts';

const ORIGIN = 'https://parts.example.com';
const UNIT = { gtin: '09521234100003', lot: 'L26K01', serial: '7Q3K9D0A2FXM' };
const LABEL = labelText(signedText(ORIGIN, UNIT), 'H7K2', new Uint8Array(64).fill(90));

/** The 47 printing keys of a US keyboard row by row: plain, then with shift. */
const US = String.raw`~1234567890-=qwertyuiop[]\asdfghjkl;'zxcvbnm,./ ~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?`;

/** What a computer with another layout writes when the scanner sends the keys of a US keyboard. */
const KEYBOARDS: Readonly<Record<string, string>> = {
  German: String.raw`^1234567890ß´qwertzuiopü+#asdfghjklöäyxcvbnm,.- °!"§$%&/()=?~QWERTZUIOPÜ*'ASDFGHJKLÖÄYXCVBNM;:_`,
  French: String.raw`²&é"'(-è_çà)=azertyuiop^$*qsdfghjklmùwxcvbn,;:! ~1234567890°+AZERTYUIOP¨£µQSDFGHJKLM%WXCVBN?./§`,
  Russian: String.raw`ё1234567890-=йцукенгшщзхъ\фывапролджэячсмитьбю. Ё!"№;%:?*()_+ЙЦУКЕНГШЩЗХЪ/ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,`,
  Spanish: String.raw`º1234567890'¡qwertyuiop~+çasdfghjklñ´zxcvbnm,.- ª!"·$%&/()=?¿QWERTYUIOP^*ÇASDFGHJKLÑ¨ZXCVBNM;:_`,
  Dvorak: String.raw`~1234567890[]',.pyfgcrl/=\aoeuidhtns-;qjkxbmwvz ~!@#$%^&*(){}"<>PYFGCRL?+|AOEUIDHTNS_:QJKXBMWVZ`,
  Japanese: String.raw`~1234567890-^qwertyuiop@[]asdfghjkl;:zxcvbnm,./ ~!"#$%&'()_=~QWERTYUIOP~{}ASDFGHJKL+*ZXCVBNM<>?`,
};

const typedOn = (keyboard: string, text: string): string =>
  Array.from(text, (character) => Array.from(keyboard)[Array.from(US).indexOf(character)] ?? character).join('');

const hintOf = (text: string): unknown => {
  const parsed = parseLabel(text, ORIGIN);
  return parsed.kind === 'unreadable' ? parsed.hint : parsed.kind;
};

test.each(Object.entries(KEYBOARDS))('a %s layout is told', (_, keyboard) => {
  expect(hintOf(typedOn(keyboard, LABEL))).toBe('keyboard-layout');
});

const shifted = (text: string): string =>
  Array.from(text, (character) => US[(US.indexOf(character) % 48) + 48] ?? character).join('');
const fullWidth = (text: string): string =>
  text.replaceAll(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

test.each([
  ['shift held down', shifted(LABEL), 'caps'],
  ['full-width characters', fullWidth(LABEL), 'ime'],
  ['full-width punctuation', LABEL.replaceAll(/[:/?]/g, fullWidth), 'ime'],
  ['Chinese punctuation', LABEL.replaceAll('/', '、').replaceAll('.', '。'), 'ime'],
  ['letters caught by pinyin', `怕人他是。09521234100003`, 'ime'],
  ['the end missing', LABEL.slice(0, -1), 'truncated'],
  ['half of it missing', LABEL.slice(0, 90), 'truncated'],
  ['cut in the lot', LABEL.slice(0, LABEL.indexOf('/10/') + 5), 'truncated'],
  ['cut before the lot', LABEL.slice(0, LABEL.indexOf('/10/') + 2), 'truncated'],
  ['cut in the host', LABEL.slice(0, 14), 'truncated'],
  ['the beginning missing', LABEL.slice(5), 'truncated'],
  ['only the path', LABEL.slice(ORIGIN.length), 'truncated'],
  ['a character of the signature dropped', LABEL.slice(0, 120) + LABEL.slice(121), 'truncated'],
  ['two in one', LABEL + LABEL, 'two-reads'],
  ['two on two lines', `${LABEL}\r\n${LABEL}`, 'two-reads'],
  ['a line end', `${LABEL}\r\n`, 'white-space'],
  ['a leading space', ` ${LABEL}`, 'white-space'],
  ['a space inside', LABEL.replace('/21/', '/21/ '), 'white-space'],
  ['a byte order mark', `\uFEFF${LABEL}`, 'white-space'],
])('%s: %#', (_, text, hint) => expect(hintOf(text)).toBe(hint));

test.each([
  ['another company’s link', 'https://example.org/products/42'],
  ['a Chinese sentence', '你好，世界'],
  ['a look-alike host, cut', LABEL.replace('PARTS', 'PARTZ').slice(0, 60)],
  ['a fragment', `${LABEL}#A`],
  ['a second parameter', `${LABEL}&S=0`],
])('%s is not blamed on the reader', (_, text) => expect(hintOf(text)).toBeUndefined());
