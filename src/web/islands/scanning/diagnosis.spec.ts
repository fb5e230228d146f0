import { diagnose, type Diagnosis, isLikeScan, isUsable } from './diagnosis.ts';
import {
  altCodesFor,
  AZERTY,
  DVORAK,
  followedBy,
  keyDown,
  keysFor,
  QWERTZ,
  type Setup,
  US,
} from './keyboard.builder.ts';
import type { KeyPress } from './key-press.ts';
import { testCode } from './test-code.ts';

const CODE = testCode('https://parts.example.com');

const scanOf = (text: string, setup?: Setup): KeyPress[] => followedBy(keysFor(text, setup), 'Enter');

test.each<{ name: string; keys: KeyPress[]; troubles: Diagnosis['troubles'] }>([
  { name: 'a scanner that is set up well', keys: scanOf(CODE), troubles: [] },
  { name: 'Tab at the end is as good', keys: followedBy(keysFor(CODE), 'Tab'), troubles: [] },
  { name: 'lower case is as good', keys: scanOf(CODE.toLowerCase()), troubles: [] },
  { name: 'Alt codes are as good', keys: followedBy(altCodesFor(CODE), 'Enter'), troubles: [] },
  {
    name: 'a French scanner on a French computer',
    keys: scanOf(CODE, { scanner: AZERTY, computer: AZERTY }),
    troubles: [],
  },
  { name: 'caps lock', keys: scanOf(CODE, { isCapsLocked: true }), troubles: [{ kind: 'capsLock' }] },
  {
    name: 'caps lock of which the system does not tell',
    keys: scanOf(CODE, { isCapsLocked: true }).map((press) => ({ ...press, isCapsLocked: false })),
    troubles: [{ kind: 'capsLock' }],
  },
  { name: 'an input method', keys: scanOf(CODE, { isComposing: true }), troubles: [{ kind: 'inputMethod' }] },
  {
    name: 'a French computer',
    keys: scanOf(CODE, { computer: AZERTY }),
    troubles: [{ kind: 'layout', layout: 'azerty' }],
  },
  {
    name: 'a German computer',
    keys: scanOf(CODE, { computer: QWERTZ }),
    troubles: [{ kind: 'layout', layout: 'qwertz' }],
  },
  {
    name: 'a Dvorak computer',
    keys: scanOf(CODE, { computer: DVORAK }),
    troubles: [{ kind: 'layout', layout: 'other' }],
  },
  {
    name: 'a French scanner on a US computer',
    keys: scanOf(CODE, { scanner: AZERTY, computer: US }),
    troubles: [{ kind: 'layout', layout: 'other' }],
  },
  {
    name: 'a French scanner on a German computer',
    keys: scanOf(CODE, { scanner: AZERTY, computer: QWERTZ }),
    troubles: [{ kind: 'layout', layout: 'other' }],
  },
  { name: 'no Enter', keys: keysFor(CODE), troubles: [{ kind: 'noEnter' }] },
  { name: 'keys like a person’s', keys: scanOf(CODE, { pace: 90 }), troubles: [{ kind: 'tooSlow', pace: 90 }] },
  { name: 'a symbology identifier', keys: scanOf(`]Q1${CODE}`), troubles: [{ kind: 'prefix', text: ']Q1' }] },
  { name: 'a prefix', keys: scanOf(`*${CODE}`), troubles: [{ kind: 'prefix', text: '*' }] },
  {
    name: 'a prefix and a suffix, on a German computer',
    keys: scanOf(`01-${CODE}--`, { computer: QWERTZ }),
    troubles: [
      { kind: 'prefix', text: '01-' },
      { kind: 'suffix', text: '--' },
      { kind: 'layout', layout: 'qwertz' },
    ],
  },
  { name: 'read twice', keys: scanOf(CODE + CODE), troubles: [{ kind: 'suffix', text: CODE }] },
  {
    name: 'cut off at its end',
    keys: scanOf(CODE.slice(0, 128)),
    troubles: [{ kind: 'truncated', characters: 128, of: CODE.length }],
  },
  {
    name: 'cut off at its beginning',
    keys: scanOf(CODE.slice(20)),
    troubles: [{ kind: 'truncated', characters: CODE.length - 20, of: CODE.length }],
  },
  {
    name: 'characters lost on the way',
    keys: scanOf(CODE.slice(0, 30) + CODE.slice(33, 90) + CODE.slice(91)),
    troubles: [{ kind: 'lost', characters: 4 }],
  },
  { name: 'another code', keys: scanOf('CH-04465-02250'), troubles: [{ kind: 'otherCode' }] },
  {
    name: 'control characters as function keys',
    keys: [keyDown({ key: 'F2', code: 'F2', at: 990 }), ...scanOf(CODE)],
    troubles: [{ kind: 'controls' }],
  },
  {
    name: 'several at once, the worst first',
    keys: keysFor(CODE, { isComposing: true, isCapsLocked: true, pace: 120 }),
    troubles: [{ kind: 'tooSlow', pace: 120 }, { kind: 'noEnter' }, { kind: 'inputMethod' }, { kind: 'capsLock' }],
  },
])('$name', ({ keys, troubles }) => expect(diagnose(keys, CODE).troubles).toEqual(troubles));

test('tells what the computer made of it, and what was understood', () => {
  expect(diagnose(scanOf(CODE, { computer: AZERTY }), CODE)).toMatchObject({
    received: expect.stringMatching(/^HTTPSM!!PQRTS/) as string,
    understood: CODE,
  });
  expect(diagnose(scanOf('CH-1'), CODE)).toMatchObject({ received: 'CH-1', understood: null });
});

test.each([
  { name: 'a French computer', keys: scanOf(CODE, { computer: AZERTY }), is: true },
  { name: 'no Enter', keys: keysFor(CODE), is: true },
  { name: 'keys like a person’s', keys: scanOf(CODE, { pace: 90 }), is: false },
  { name: 'a suffix', keys: scanOf(`${CODE}#`), is: false },
])('our pages can use it, with $name: $is', ({ keys, is }) => expect(isUsable(diagnose(keys, CODE))).toBe(is));

test.each([
  { name: 'a slow scanner', keys: keysFor(CODE, { pace: 150 }), is: true },
  { name: 'one with a prefix', keys: keysFor(`x${CODE}`, { pace: 150 }), is: true },
  { name: 'one that breaks off', keys: keysFor(CODE.slice(0, 40)), is: true },
  { name: 'one on a French computer', keys: keysFor(CODE, { computer: AZERTY }), is: true },
  { name: 'a person who begins to type an address', keys: keysFor('https'), is: false },
  { name: 'a person who types a part number', keys: keysFor('CH-04465-02250'), is: false },
])('$name is like a scan: $is', ({ keys, is }) => expect(isLikeScan(keys, CODE)).toBe(is));
