import * as fc from 'fast-check';
import { ALPHABET, decodeCrockford, encodeCrockford, foldTyped } from './crockford.ts';
import { gs1CheckDigit } from '../kernel/gtin.ts';
import { labelText, parseLabel, serialInGroups, signedText, type LabelledUnit } from './label-text.ts';

const ORIGIN = 'https://parts.example.com';
const START = 'HTTPS://PARTS.EXAMPLE.COM';
const UNIT = { gtin: '09521234100003', serial: '7Q3K9D0A2FXM' };
const SIGNATURE = Uint8Array.from({ length: 64 }, (_, i) => (i * 37 + 11) & 255);
const labelOf = (unit: LabelledUnit, origin = ORIGIN): string => labelText(signedText(origin, unit), 'H7K2', SIGNATURE);
const GOOD = labelOf({ ...UNIT, lot: 'L26K01' });
const PATH = GOOD.slice(START.length);

const oneOf = (characters: string) => fc.constantFrom(...Array.from(characters));
const crockford = (length: number) => fc.string({ unit: oneOf(ALPHABET), minLength: length, maxLength: length });
const gtin = fc
  .string({ unit: oneOf('0123456789'), minLength: 13, maxLength: 13 })
  .map((digits) => digits + gs1CheckDigit(digits));
const lot = fc.string({ unit: oneOf('ABCXYZ0189-'), minLength: 1, maxLength: 20 });
const unit: fc.Arbitrary<LabelledUnit> = fc.record(
  { gtin, lot, serial: crockford(12) },
  { requiredKeys: ['gtin', 'serial'] },
);
const signature = fc.uint8Array({ minLength: 64, maxLength: 64 });

describe('Crockford base 32', () => {
  it('is a big-endian number with its spare bits in front', () => {
    expect(encodeCrockford(Uint8Array.of(0))).toBe('00');
    expect(encodeCrockford(Uint8Array.of(255))).toBe('7Z');
    expect(encodeCrockford(new Uint8Array(64).fill(255))).toBe(`3${'Z'.repeat(102)}`);
    expect(BigInt(`0x${Buffer.from(SIGNATURE).toString('hex')}`)).toBe(
      Array.from(encodeCrockford(SIGNATURE)).reduce((sum, digit) => sum * 32n + BigInt(ALPHABET.indexOf(digit)), 0n),
    );
  });

  it('gives every number one spelling', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), (bytes) => {
        expect(decodeCrockford(encodeCrockford(bytes), bytes.length)).toEqual(bytes);
      }),
    );
    expect(decodeCrockford('80', 1)).toBeUndefined();
    expect(decodeCrockford(`4${'0'.repeat(102)}`, 64)).toBeUndefined();
    expect(decodeCrockford('0', 1)).toBeUndefined();
    for (const letter of ['I', 'L', 'O', 'U', 'a', '-', '０']) expect(decodeCrockford(`0${letter}`, 1)).toBeUndefined();
  });

  it('forgives a person what it does not forgive a label', () => expect(foldTyped('oOiIlL7q')).toBe('0011117Q'));
});

describe('build and parse', () => {
  it('are inverse, in any mixture of case', () => {
    fc.assert(
      fc.property(unit, crockford(4), signature, fc.infiniteStream(fc.boolean()), (unit, keyHint, signature, cases) => {
        const text = labelText(signedText(ORIGIN, unit), keyHint, signature);
        const shouted = Array.from(text, (c) => (cases.next().value ? c.toLowerCase() : c)).join('');
        expect(parseLabel(shouted, ORIGIN)).toEqual({ kind: 'label', ...unit, keyHint, signature, text });
      }),
    );
  });

  it('sign the host in lower case and the path as printed', () => {
    expect(signedText('HTTP://LOCALHOST:3000', { ...UNIT, lot: 'A-1' })).toBe(
      'http://localhost:3000/01/09521234100003/10/A-1/21/7Q3K9D0A2FXM',
    );
  });

  test.each<[string, LabelledUnit, string, Uint8Array]>([
    ['a wrong check digit', { ...UNIT, gtin: '09521234100004' }, 'H7K2', SIGNATURE],
    ['a GTIN-13', { ...UNIT, gtin: '9521234100003' }, 'H7K2', SIGNATURE],
    ['an empty lot', { ...UNIT, lot: '' }, 'H7K2', SIGNATURE],
    ['a lot in lower case', { ...UNIT, lot: 'l1' }, 'H7K2', SIGNATURE],
    ['a lot with a slash', { ...UNIT, lot: 'A/21' }, 'H7K2', SIGNATURE],
    ['a lot of 21 characters', { ...UNIT, lot: 'A'.repeat(21) }, 'H7K2', SIGNATURE],
    ['a serial with U', { ...UNIT, serial: '7Q3K9D0A2FXU' }, 'H7K2', SIGNATURE],
    ['a serial of 11', { ...UNIT, serial: '7Q3K9D0A2FX' }, 'H7K2', SIGNATURE],
    ['a key hint of 3', UNIT, 'H7K', SIGNATURE],
    ['a signature of 63 bytes', UNIT, 'H7K2', SIGNATURE.slice(1)],
  ])('build refuses %s', (_, unit, keyHint, signature) => {
    expect(() => labelText(signedText(ORIGIN, unit), keyHint, signature)).toThrow(RangeError);
  });

  it('no single changed character is the same label', () => {
    for (let at = 0; at < GOOD.length; at++) {
      for (const other of '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ/:?=.-%&# ıſé') {
        if (other === GOOD[at]) continue;
        const parsed = parseLabel(GOOD.slice(0, at) + other + GOOD.slice(at + 1), ORIGIN);
        if (parsed.kind === 'label') expect(parsed.text).not.toBe(GOOD);
      }
    }
  });

  it('never throws, whatever is read', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => void parseLabel(text, ORIGIN)));
    fc.assert(
      fc.property(fc.nat(GOOD.length), fc.string({ unit: 'binary', maxLength: 5 }), (at, put) => {
        parseLabel(GOOD.slice(0, at) + put + GOOD.slice(at), ORIGIN);
      }),
    );
  });
});

describe('a person types', () => {
  const whole = { kind: 'unsigned', ...UNIT };
  test.each([
    ['the serial', '7Q3K9D0A2FXM', { kind: 'unsigned', serial: UNIT.serial }],
    ['the serial in lower case', '7q3k9d0a2fxm', { kind: 'unsigned', serial: UNIT.serial }],
    ['the printed groups', '7Q3K 9D0A 2FXM', { kind: 'unsigned', serial: UNIT.serial }],
    ['groups with hyphens', '7Q3K-9D0A-2FXM', { kind: 'unsigned', serial: UNIT.serial }],
    ['O for 0, I and L for 1', 'iLO0iLO0iLO0', { kind: 'unsigned', serial: '110011001100' }],
    ['GTIN and serial', '09521234100003 7Q3K9D0A2FXM', whole],
    ['GTIN and groups', '09521234100003 7q3k 9dOa 2fxm', whole],
    ['our link without a signature', `${START}/01/09521234100003/21/7Q3K9D0A2FXM`, whole],
    ['a wrong GTIN', '09521234100004 7Q3K9D0A2FXM', { kind: 'unreadable', reason: 'checkDigit' }],
    ['a U', '7Q3K 9D0A 2FXU', { kind: 'unreadable', reason: 'notALabel', hint: 'typing' }],
    ['one too few', '7Q3K 9D0A 2FX', { kind: 'unreadable', reason: 'notALabel', hint: 'typing' }],
    ['a space too many', '7Q3K  9D0A 2FXM', { kind: 'unreadable', reason: 'notALabel', hint: 'typing' }],
    ['full-width characters', '７Ｑ３Ｋ９Ｄ０Ａ２ＦＸＭ', { kind: 'unreadable', reason: 'notALabel', hint: 'ime' }],
  ])('%s', (_, typed, expected) => expect(parseLabel(typed, ORIGIN)).toEqual(expected));

  it('reads back the groups it printed', () => {
    fc.assert(
      fc.property(crockford(12), (serial) => {
        expect(serialInGroups(serial)).toMatch(/^\w{4} \w{4} \w{4}$/);
        expect(parseLabel(serialInGroups(serial), ORIGIN)).toEqual({ kind: 'unsigned', serial });
      }),
    );
  });
});

describe('another host', () => {
  const seen = { kind: 'foreignHost', ...UNIT, lot: 'L26K01', hasSignature: true };
  test.each([
    ['a look-alike', `HTTPS://PARTS-EXAMPLE.COM${PATH}`, { ...seen, host: 'parts-example.com' }],
    ['one letter off', `HTTPS://PAKTS.EXAMPLE.COM${PATH}`, { ...seen, host: 'pakts.example.com' }],
    ['our name as a prefix', `${START}.EVIL.TEST${PATH}`, { ...seen, host: 'parts.example.com.evil.test' }],
    ['our name as the user', `${START}@EVIL.TEST${PATH}`, { ...seen, host: 'evil.test' }],
    ['with a port', `HTTP://EVIL.TEST:8080${PATH}`, { ...seen, host: 'evil.test' }],
    ['a homograph', `HTTPS://PАRTS.EXAMPLE.COM${PATH}`, { ...seen, host: 'pаrts.example.com' }],
    ['an address', `HTTPS://[2001:DB8::1]:8443${PATH}`, { ...seen, host: '[2001:db8::1]' }],
    [
      'no signature',
      'https://id.gs1.org/01/09521234100003/21/7Q3K9D0A2FXM',
      { kind: 'foreignHost', ...UNIT, host: 'id.gs1.org', hasSignature: false },
    ],
    ['ours, by plain http', GOOD.replace('HTTPS', 'HTTP'), { kind: 'unreadable', reason: 'origin' }],
    ['ours, on a port', GOOD.replace('.COM', '.COM:443'), { kind: 'unreadable', reason: 'origin' }],
    ['ours, with a user', GOOD.replace('//', '//A@'), { kind: 'unreadable', reason: 'origin' }],
    ['ours, with a final dot', GOOD.replace('.COM', '.COM.'), { kind: 'unreadable', reason: 'origin' }],
    ['no label at all', 'HTTPS://EVIL.TEST/01/09521234100003/21/SHORT', { kind: 'unreadable', reason: 'notALabel' }],
  ])('%s', (_, text, expected) => expect(parseLabel(text, ORIGIN)).toEqual(expected));
});

it('knows its own port in a demo', () => {
  const origin = 'http://localhost:3000';
  expect(parseLabel(labelOf(UNIT, origin), origin).kind).toBe('label');
  expect(parseLabel(labelOf(UNIT, 'http://localhost:3001'), origin)).toEqual({
    kind: 'unreadable',
    reason: 'origin',
  });
});
