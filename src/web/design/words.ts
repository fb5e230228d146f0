import { catalogue } from './catalogue.ts';

/** What every page says. */
export const FRAME_WORDS = catalogue({
  brand: { zh: '真件 Truepart', en: 'Truepart 真件' },
  skip: { zh: '跳到正文', en: 'Skip to content' },
  /** The other language, in that language. */
  otherLanguage: { zh: 'English', en: '中文' },
});

/** What a problem page says, beside the words of the problem itself. */
export const PROBLEM_WORDS = catalogue({
  missing: { zh: '没有找到', en: 'Not found' },
  throttled: { zh: '请稍等再试', en: 'Please wait a moment' },
  refused: { zh: '没有完成', en: 'That did not work' },
  fault: { zh: '我们这边出了问题', en: 'Something broke on our side' },
  again: {
    zh: (seconds: number) => `请在 ${seconds} 秒后再试。`,
    en: (seconds: number) => `Try again in ${seconds} seconds.`,
  },
  reference: { zh: '请求编号', en: 'Request' },
  check: { zh: '输入标签上的编码查验', en: 'Enter the code on a label' },
});
