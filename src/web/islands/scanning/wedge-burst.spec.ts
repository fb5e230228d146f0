import { altCodesFor, AZERTY, DVORAK, followedBy, keyDown, keysFor, QWERTZ, type Setup } from './keyboard.builder.ts';
import type { KeyPress } from './key-press.ts';
import { type Burst, SILENCE, takeKey, takeSilence } from './wedge-burst.ts';

const LABEL = `HTTPS://PARTS.EXAMPLE.COM/01/09521234100003/10/L26-K01/21/7Q3K9D0A2FXM?S=${'PESM1GMBYZQAW'.repeat(9).slice(0, 107)}`;
const SSCC = '00095212340000000017';

/** What becomes of the keys, one effect for each key that goes down. */
function type(keys: readonly KeyPress[]) {
  let burst: Burst | undefined;
  const effects = keys.flatMap((press) => {
    const step = takeKey(burst, press);
    burst = step.burst;
    return press.isUp ? [] : [step.effect];
  });
  const scans = effects.flatMap((effect) => (effect.kind === 'scan' ? [effect.text] : []));
  return { effects: effects.map(({ kind }) => kind), scans, burst };
}

const scanOf = (text: string, setup?: Setup): KeyPress[] => followedBy(keysFor(text, setup), 'Enter');

describe('a scanner is understood', () => {
  test.each<{ name: string; keys: KeyPress[]; text?: string }>([
    { name: 'a label', keys: scanOf(LABEL) },
    { name: 'a label in lower case', keys: scanOf(LABEL.toLowerCase()), text: LABEL.toLowerCase() },
    { name: 'a carton', keys: scanOf(SSCC), text: SSCC },
    { name: 'with Tab at its end', keys: followedBy(keysFor(LABEL), 'Tab') },
    { name: 'with Ctrl+J at its end', keys: followedBy(keysFor(LABEL), 'KeyJ', { key: 'j', isCommand: true }) },
    { name: 'under a Chinese input method', keys: scanOf(LABEL, { isComposing: true }) },
    {
      name: 'under an input method, its Enter too',
      keys: followedBy(keysFor(LABEL, { isComposing: true }), 'Enter', { key: 'Process' }),
    },
    { name: 'on a French computer', keys: scanOf(LABEL, { computer: AZERTY }) },
    { name: 'on a German computer', keys: scanOf(LABEL, { computer: QWERTZ }) },
    { name: 'on a Dvorak computer', keys: scanOf(LABEL, { computer: DVORAK }) },
    { name: 'a carton, on a French computer', keys: scanOf(SSCC, { computer: AZERTY }), text: SSCC },
    { name: 'a French scanner on a French computer', keys: scanOf(LABEL, { scanner: AZERTY, computer: AZERTY }) },
    { name: 'with a symbology identifier', keys: scanOf(`]Q1${LABEL}`) },
    { name: 'as Alt codes', keys: followedBy(altCodesFor(LABEL), 'Enter') },
    { name: 'over a slow radio link', keys: scanOf(LABEL, { pace: 50 }) },
    {
      name: 'with GS between, as Ctrl+]',
      keys: [
        ...followedBy(keysFor(SSCC), 'BracketRight', { key: ']', isCommand: true }),
        ...scanOf('21ABC', { from: 1180 }),
      ],
      text: `${SSCC}21ABC`,
    },
    {
      name: 'with GS between, as a function key',
      keys: [...followedBy(keysFor(SSCC), 'F8'), ...scanOf('21ABC', { from: 1180 })],
      text: `${SSCC}21ABC`,
    },
    {
      name: 'with GS between, as itself',
      keys: [...followedBy(keysFor(SSCC), '', { key: '\u001d' }), ...scanOf('21ABC', { from: 1180 })],
      text: `${SSCC}21ABC`,
    },
    { name: 'after somebody has typed', keys: [...keysFor('brake', { pace: 150 }), ...scanOf(LABEL, { from: 3000 })] },
  ])('$name', ({ keys, text = LABEL }) => expect(type(keys).scans).toEqual([text]));

  test('caps lock turns the case, which means nothing on a label', () => {
    const [text] = type(scanOf(LABEL, { isCapsLocked: true })).scans;
    expect(text).toBe(LABEL.toLowerCase());
  });

  test('two in a row are two', () => {
    expect(type([...scanOf(LABEL), ...scanOf(SSCC, { from: 4000 })]).scans).toEqual([LABEL, SSCC]);
    const first = scanOf(LABEL);
    expect(type([...first, ...scanOf(SSCC, { from: first.at(-1)!.at + 20 })]).scans).toEqual([LABEL, SSCC]);
  });

  test('keeps its keys from the page as soon as it is known, and both keys of CR LF', () => {
    const { effects, scans } = type(followedBy(followedBy(keysFor(SSCC), 'Enter'), 'KeyJ', { isCommand: true }));
    expect(effects).toEqual(['begin', ...Array(4).fill('none'), ...Array(15).fill('keep'), 'scan', 'keep']);
    expect(scans).toEqual([SSCC]);
  });

  test('an Enter that comes later is a person’s', () => {
    const { effects } = type(followedBy(scanOf(SSCC), 'Enter', { at: 5000 }));
    expect(effects.at(-1)).toBe('none');
  });
});

describe('a person is left alone', () => {
  const rolled = (text: string) => followedBy(keysFor(text, { pace: 12 }), 'Enter');
  test.each<{ name: string; keys: KeyPress[] }>([
    { name: 'typing', keys: scanOf('CH-04465-02250', { pace: 140 }) },
    { name: 'the fastest typist', keys: scanOf('the quick brown fox jumps over the lazy dog', { pace: 60 }) },
    { name: 'five keys rolled over', keys: rolled('there') },
    {
      name: 'a held key',
      keys: followedBy(
        keysFor('aaaaaaaaaaaa').map((press) => ({ ...press, isRepeat: true })),
        'Enter',
      ),
    },
    { name: 'an input method', keys: scanOf('zhidongpian', { pace: 110, isComposing: true }) },
    {
      name: 'shortcuts',
      keys: Array.from('cvcvcvcvcv', (key, i) =>
        keyDown({ key, code: `Key${key.toUpperCase()}`, at: 1000 + 10 * i, isCommand: true }),
      ),
    },
    {
      name: 'arrows between letters',
      keys: keysFor('abcdefgh').flatMap((press) => [
        press,
        keyDown({ key: 'ArrowLeft', code: 'ArrowLeft', at: press.at }),
      ]),
    },
    {
      name: 'a soft keyboard, which names no keys',
      keys: Array.from({ length: 12 }, (_, i) => keyDown({ at: 1000 + i })),
    },
  ])('$name', ({ keys }) => {
    const { effects, scans } = type(keys);
    expect(scans).toEqual([]);
    expect(new Set(effects)).not.toContain('keep');
  });
});

describe('when no Enter comes', () => {
  const afterSilence = (keys: readonly KeyPress[]) => {
    const { burst } = type(keys);
    return burst && takeSilence(burst);
  };

  test('a whole label is understood', () => {
    expect(afterSilence(keysFor(LABEL))).toEqual({ scanned: LABEL });
    expect(afterSilence(keysFor(LABEL, { computer: AZERTY }))).toEqual({ scanned: LABEL });
  });

  test.each([
    { name: 'something fast', text: 'operator@example.com', kept: 'tor@example.com' },
    { name: 'half a label', text: LABEL.slice(0, 60), kept: LABEL.slice(5, 60) },
  ])('$name is given back, as far as it was kept', ({ text, kept }) => {
    expect(afterSilence(keysFor(text))).toEqual({ giveBack: kept });
  });

  test('nothing is said of what a person typed, or of a scan that is over', () => {
    expect(afterSilence(keysFor('brake', { pace: 150 }))).toBeUndefined();
    expect(afterSilence(scanOf(LABEL))).toBeUndefined();
  });

  test('what comes after the silence begins anew', () => {
    const keys = keysFor(SSCC);
    const late = scanOf(SSCC, { from: keys.at(-1)!.at + SILENCE + 1 });
    expect(type([...keys, ...late]).scans).toEqual([SSCC]);
  });
});
