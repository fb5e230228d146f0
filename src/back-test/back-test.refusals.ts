import { Refusal } from '../kernel/refusal.ts';

export const notKeptForBackTest = (rule: string): Refusal =>
  new Refusal(
    'BACK_TEST_NOT_POSSIBLE',
    'conflict',
    {
      zh: `规则 ${rule} 不在扫码时判断，过去的依据没有完整保存，无法回测。`,
      en: `Rule ${rule} is not asked at a scan, and what it was asked about is not kept whole: it cannot be tested on the past.`,
    },
    { rule },
  );

export const backTestUnderWay = (): Refusal =>
  new Refusal('BACK_TEST_UNDER_WAY', 'conflict', {
    zh: '另一个回测正在进行，请等它结束。',
    en: 'Another back-test is under way. Wait for it to end.',
  });
