import type { Language } from '../../../kernel/words.ts';
import { catalogue } from '../../design/catalogue.ts';
import type { LayoutName, Trouble } from './diagnosis.ts';

export const TEST_WORDS = catalogue({
  waiting: {
    zh: '请扫描检测码，结果会显示在这里。',
    en: 'Scan the test code. What your scanner does will stand here.',
  },
  good: { zh: '扫码枪设置正确', en: 'This scanner is set up well' },
  usable: { zh: '在本系统中可以使用，但请改正：', en: 'It works on these pages, but put this right:' },
  broken: { zh: '这把扫码枪现在不能用，请改正：', en: 'This scanner does not work yet. Put this right:' },
  timing: {
    zh: (characters: number, milliseconds: number) => `${characters} 个字符，用时 ${milliseconds} 毫秒`,
    en: (characters: number, milliseconds: number) => `${characters} characters in ${milliseconds} ms`,
  },
  cameraGood: { zh: '读取正确', en: 'Read well' },
  another: { zh: '读到了另一个码', en: 'Another code was read' },
  anotherMeans: {
    zh: '读取没有问题。要检测设置，请扫描本页的检测码。',
    en: 'Reading works. To check the settings, scan the test code on this page.',
  },
  expected: { zh: '应为', en: 'It should be' },
  received: { zh: '收到', en: 'What came' },
});

const LAYOUT = catalogue({
  azerty: { zh: '这台电脑使用 AZERTY（法语）键盘布局', en: 'This computer has an AZERTY (French) keyboard layout' },
  qwertz: { zh: '这台电脑使用 QWERTZ（德语）键盘布局', en: 'This computer has a QWERTZ (German) keyboard layout' },
  other: { zh: '扫码枪与电脑的键盘布局不一致', en: 'Scanner and computer use different keyboard layouts' },
} satisfies Record<LayoutName, { zh: string; en: string }>);

/** What is wrong. */
const WHAT = catalogue({
  otherCode: { zh: '收到的不是检测码', en: 'That was not the test code' },
  tooSlow: {
    zh: (pace: number) => `扫码枪打字太慢：每个字符 ${pace} 毫秒`,
    en: (pace: number) => `The scanner types too slowly: ${pace} ms a character`,
  },
  truncated: {
    zh: (characters: number, of: number) => `只收到一部分：${of} 个字符中的 ${characters} 个`,
    en: (characters: number, of: number) => `Cut off: ${characters} of ${of} characters came`,
  },
  lost: {
    zh: (characters: number) => `中途丢了 ${characters} 个字符`,
    en: (characters: number) => `Lost on the way: ${characters} of the characters`,
  },
  prefix: {
    zh: (text: string) => `编码前面多了“${text}”`,
    en: (text: string) => `“${text}” stands before the code`,
  },
  suffix: {
    zh: (text: string) => `编码后面多了“${text}”`,
    en: (text: string) => `“${text}” stands after the code`,
  },
  noEnter: { zh: '扫码后没有发送回车', en: 'No Enter at the end of the scan' },
  inputMethod: { zh: '中文输入法正在拦截扫码枪', en: 'A Chinese input method is catching the keys' },
  capsLock: { zh: '大写锁定已打开', en: 'Caps lock is on' },
  controls: { zh: '扫码枪发送了控制字符', en: 'The scanner sends control characters' },
});

/** What mends it. */
const FIX = catalogue({
  otherCode: { zh: '请扫描本页上的检测码。', en: 'Scan the test code on this page.' },
  tooSlow: {
    zh: '请把扫码枪的“字符间延时”设为 0。蓝牙扫码枪请靠近接收器，或改用 USB 接收器。',
    en: 'Set the scanner’s delay between characters (inter-character delay) to 0. With Bluetooth, go nearer or use its USB receiver.',
  },
  truncated: {
    zh: '请取消扫码枪的长度限制（最大长度至少 300），并慢慢再扫一次。',
    en: 'Lift the scanner’s limit on length (300 or more), and scan again calmly.',
  },
  lost: {
    zh: '请把扫码枪的“字符间延时”设为 5 毫秒，并直接插在电脑上，不经过集线器。',
    en: 'Set the scanner’s delay between characters to 5 ms, and plug it straight into the computer, not into a hub.',
  },
  prefix: {
    zh: '请在扫码枪设置中删除前缀（Prefix、AIM ID）。',
    en: 'Remove the prefix (preamble, AIM ID) in the scanner’s settings.',
  },
  suffix: {
    zh: '请在扫码枪设置中删除后缀，只保留回车；并确认一次只扫一个码。',
    en: 'Remove the suffix in the scanner’s settings, all but Enter; and scan one code at a time.',
  },
  noEnter: {
    zh: '请把扫码枪的后缀（结束符）设为回车（Enter、CR）。',
    en: 'Set the scanner’s suffix (terminator) to Enter (CR).',
  },
  layout: {
    zh: '请把电脑切换到美式英语键盘，或把扫码枪的“键盘国家”设为与电脑一致，或打开扫码枪的 ALT 模式。',
    en: 'Switch the computer to the English (US) keyboard, or set the scanner’s keyboard country to the computer’s, or turn on its ALT mode.',
  },
  inputMethod: {
    zh: '请按 Shift 或 Ctrl+空格切换到英文输入。',
    en: 'Press Shift or Ctrl+Space to switch to English input.',
  },
  capsLock: { zh: '请按一下 Caps Lock 键。', en: 'Press the Caps Lock key once.' },
  controls: {
    zh: '请在扫码枪设置中关闭控制字符（STX/ETX、功能键映射）。',
    en: 'Turn off control characters (STX/ETX, function key mapping) in the scanner’s settings.',
  },
});

/** A trouble and what mends it, to the person who holds the scanner. */
export function troubleSaid(trouble: Trouble, language: Language): { readonly what: string; readonly fix: string } {
  return { what: whatIsWrong(trouble, language), fix: FIX[language][trouble.kind] };
}

function whatIsWrong(trouble: Trouble, language: Language): string {
  const words = WHAT[language];
  switch (trouble.kind) {
    case 'tooSlow':
      return words.tooSlow(trouble.pace);
    case 'truncated':
      return words.truncated(trouble.characters, trouble.of);
    case 'lost':
      return words.lost(trouble.characters);
    case 'prefix':
    case 'suffix':
      return words[trouble.kind](trouble.text);
    case 'layout':
      return LAYOUT[language][trouble.layout];
    default:
      return words[trouble.kind];
  }
}
