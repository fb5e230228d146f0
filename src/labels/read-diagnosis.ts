import type { Words } from '../kernel/words.ts';
import { CROCKFORD } from './crockford.ts';

/** What probably went wrong between a good label and a text that is none. It accuses the reader, never the part. */
export type ReadHint = 'keyboard-layout' | 'caps' | 'ime' | 'truncated' | 'two-reads' | 'white-space' | 'typing';

export const READ_HINT_WORDS: Readonly<Record<ReadHint, Words>> = {
  'keyboard-layout': {
    zh: '扫码枪与电脑的键盘布局不一致。请把两者都设为美式英语键盘，再扫一次。',
    en: 'Scanner and computer use different keyboard layouts. Set both to US English and scan again.',
  },
  caps: {
    zh: 'Shift 键或大写锁定被按住，数字变成了符号。请松开后再扫一次。',
    en: 'Shift or caps lock is held, so digits became symbols. Release it and scan again.',
  },
  ime: {
    zh: '中文输入法正在拦截扫码枪。请切换到英文输入，再扫一次。',
    en: 'An input method is catching what the scanner types. Switch to English input and scan again.',
  },
  truncated: { zh: '只读到标签的一部分。请再扫一次。', en: 'Only a part of the label was read. Scan again.' },
  'two-reads': { zh: '两次扫码连在了一起。请逐个扫码。', en: 'Two scans ran together. Scan one label at a time.' },
  'white-space': {
    zh: '读到的内容里有多余的空格或换行。请检查扫码枪的前缀和后缀设置。',
    en: 'There are spaces or line breaks in what was read. Check the prefix and suffix that the scanner adds.',
  },
  typing: {
    zh: '序列号有 12 位，请对照标签再输入一次。',
    en: 'A serial has 12 characters. Compare with the label and type it again.',
  },
};

/**
 * `code` is what was read and is known not to be a label; `origin` is in upper case. Every label starts with
 * `<origin>/01/`: that is the ruler to measure the reader with. `undefined` where nothing speaks for a fault of the reader.
 */
export function diagnose(code: string, origin: string): ReadHint | undefined {
  if (isComposed(code)) return 'ime';
  const start = `${origin}/01/`;
  const swapped = substitution(start, code);
  if (swapped) return isShifted(swapped) ? 'caps' : 'keyboard-layout';
  const text = code.toUpperCase();
  if (text.split(start).length > 2) return 'two-reads';
  const dense = text.replaceAll(/[\s\p{Cc}\u200B\uFEFF]/gu, '');
  if (dense !== text && dense.startsWith(start)) return 'white-space';
  if (isCutShort(dense, origin)) return 'truncated';
  if (/^[0-9A-Z -]{8,40}$/.test(text)) return 'typing';
  return undefined;
}

const COMPOSED = /[\uFF01-\uFF5E\u3001\u3002\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const LIKE_A_CODE = /^HTTP|[0-9]{8}|^[0-9A-Z -]{12,15}$/i;

/** Full-width forms, or a script that only an input method writes, around what still looks like a code. */
const isComposed = (code: string): boolean => COMPOSED.test(code) && LIKE_A_CODE.test(code.normalize('NFKC'));

/**
 * A wrong layout replaces each character by one other, always the same one. So if that holds for the whole known
 * beginning, and `:` or `/` is among the replaced, it is a layout: whichever, no table of layouts needed. A look-alike host
 * keeps its punctuation and does not pass for one.
 */
function substitution(expected: string, code: string): ReadonlyMap<string, string> | undefined {
  const characters = Array.from(code);
  if (characters.length < expected.length) return undefined;
  const there = new Map<string, string>();
  const back = new Map<string, string>();
  for (let i = 0; i < expected.length; i++) {
    const meant = expected[i]!;
    const got = upper(characters[i]!);
    if ((there.get(meant) ?? got) !== got || (back.get(got) ?? meant) !== meant) return undefined;
    there.set(meant, got);
    back.set(got, meant);
  }
  return there.get(':') === ':' && there.get('/') === '/' ? undefined : there;
}

/** ß becomes SS in upper case and would shift all that follows. */
function upper(character: string): string {
  const folded = character.toUpperCase();
  return folded.length === character.length ? folded : character;
}

/** A held shift on a US keyboard writes 0 as `)`, 1 as `!` and / as `?`. */
const isShifted = (swapped: ReadonlyMap<string, string>): boolean =>
  swapped.get('0') === ')' && swapped.get('1') === '!' && swapped.get('/') === '?';

const WHOLE = `/01/${'0'.repeat(14)}/21/${'0'.repeat(12)}?S=${'0'.repeat(107)}`;
const PATH = new RegExp(`^/01/[0-9]{14}/21/${CROCKFORD}{12}\\?S=${CROCKFORD}{107}$`);

/** Whether characters are missing only at the end, or only at the beginning. */
function isCutShort(text: string, origin: string): boolean {
  if (text.length > 4 && origin.startsWith(text)) return true;
  const path = text.indexOf('/01/');
  if (text.startsWith(`${origin}/`)) {
    const withoutLot = text
      .slice(origin.length)
      .replace(/^(\/01\/[0-9]{14})\/1(?:0(?:\/[A-Z0-9-]{0,20})?)?(?=\/|$)/, '$1');
    return withoutLot.length < WHOLE.length && PATH.test(withoutLot + WHOLE.slice(withoutLot.length));
  }
  if (path === -1 || !origin.endsWith(text.slice(0, path))) return false;
  return PATH.test(text.slice(path).replace(/\/10\/[A-Z0-9-]{1,20}(?=\/21\/)/, ''));
}
