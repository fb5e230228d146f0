import { catalogue } from '../design/catalogue.ts';

export const SCANNER_TEST_WORDS = catalogue({
  title: { zh: '扫码枪检测', en: 'Scanner test' },
  lead: {
    zh: '用扫码枪扫描下面的检测码（屏幕上的或打印出来的都可以）。结果会指出大写锁定、键盘布局、输入法等问题，以及怎样改正。',
    en: 'Scan this test code with your scanner, from the screen or printed. You are told about caps lock, keyboard layout, input method and the like, and how to put it right.',
  },
  code: { zh: '检测码', en: 'Test code' },
  codeMeans: {
    zh: '它不是零件标签，扫描它不会留下任何记录。',
    en: 'It is no part’s label, and scanning it leaves no record.',
  },
  needsScript: { zh: '检测需要启用脚本（JavaScript）。', en: 'The test needs scripts (JavaScript) to be allowed.' },
});
