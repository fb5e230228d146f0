import { Refusal } from '../kernel/refusal.ts';

/** `isOfSources`: no maker’s policy holds of it, and what it is told raises no flag. */
export const notKeptForBackTest = (rule: string, { isOfSources }: { readonly isOfSources: boolean }): Refusal =>
  new Refusal(
    'BACK_TEST_NOT_POSSIBLE',
    'conflict',
    isOfSources
      ? {
          zh: `规则 ${rule} 看的是一个来源一天内的全部查询，不分厂家：只记入日志，不产生疑点，也不随厂家的设定而变，没有可回测的内容。`,
          en: `Rule ${rule} looks at all that one source asks for in a day, whosever parts: it is logged, raises no flag and heeds no maker’s settings, so there is nothing to test on the past.`,
        }
      : {
          zh: `规则 ${rule} 在操作当时判断，过去的依据没有完整保存，无法回测。`,
          en: `Rule ${rule} is asked within a step, and what it was asked about is not kept whole: it cannot be tested on the past.`,
        },
    { rule },
  );

export const backTestUnderWay = (): Refusal =>
  new Refusal('BACK_TEST_UNDER_WAY', 'conflict', {
    zh: '另一个回测正在进行，请等它结束。',
    en: 'Another back-test is under way. Wait for it to end.',
  });
