import type { TriedFlag } from '../../back-test/back-test.ts';
import type { Words } from '../../kernel/words.ts';
import { catalogue, counted } from '../design/catalogue.ts';

export const TRY_WORDS = catalogue({
  tryIt: { zh: '用过去的记录试一试', en: 'Try it on the past' },
  lead: {
    zh: '过去判断过的扫描、装车、账单和其他事项重新判断一次，再与后来查明的结果比较。不产生疑点，也不改变任何记录。',
    en: 'What the rule was asked about in the past, scans, fittings, bills or whatever it looks at, is judged once more and held against what people have found out since. No flag is raised and nothing is changed.',
  },
  period: { zh: '时间', en: 'Period' },
  run: { zh: '试一试', en: 'Try it' },
  takesTime: {
    zh: '页面最多等 30 秒，从最近的记录开始往前看。',
    en: 'A page waits 30 seconds at the most, and begins with the latest.',
  },
  backToRules: { zh: '所有规则', en: 'All rules' },

  result: { zh: '结果', en: 'How it comes out' },
  said: {
    zh: (before: number, after: number) => `这段时间这条规则标记了 ${before} 条疑点；按这些设定会标记 ${after} 条。`,
    en: (before: number, after: number) =>
      `In this time the rule raised ${counted(before, 'flag')}. Set like this it would raise ${after}.`,
  },
  kept: {
    zh: (kept: number) => `${kept} 条仍会标记。`,
    en: (kept: number) => `${counted(kept, 'flag')} would stay.`,
  },
  lost: {
    zh: (lost: number, missed: number, spared: number) =>
      `${lost} 条不再标记：其中 ${missed} 条已属实，会漏掉；${spared} 条是误报，可以免去。`,
    en: (lost: number, missed: number, spared: number) =>
      `${counted(lost, 'flag')} would go: ${missed} of them were confirmed and would be missed, ${spared} were dismissed and would be spared.`,
  },
  added: {
    zh: (added: number, right: number) => `${added} 条是新的；其中 ${right} 个零件另有规则标记属实。`,
    en: (added: number, right: number) =>
      `${counted(added, 'flag')} would be new; about ${counted(right, 'unit')} of them another rule was right.`,
  },
  trust: {
    zh: (found: number, before: number, scans: string) =>
      `重新判断了 ${scans} 项。按现行设定，${before} 条疑点中有 ${found} 条再次出现：其余的依据没有保存，例如当时被拦下的装车和账单。`,
    en: (found: number, before: number, scans: string) =>
      `Judged again: ${scans}. As it is set now, the rule finds ${found} of ${before} flags again; the others rest on what is not kept, such as fittings and bills that were stopped.`,
  },
  cutShort: { zh: '没有看完整段时间', en: 'Not the whole period was looked at' },
  cutShortMeans: {
    zh: (from: string) => `只看到 ${from} 为止。要看更久，请运营人员运行 npm run back-test。`,
    en: (from: string) => `It came back to ${from}. Whoever runs the server can look further: npm run back-test.`,
  },

  plot: { zh: '现在与试验，按后来的结果', en: 'As it was and as it would be, by what was found out' },
  plotLead: { zh: '上面一条是现在，下面一条是试验。', en: 'The upper bar is as it was, the lower as it would be.' },
  table: { zh: '数据表', en: 'The numbers as a table' },
  outcome: { zh: '后来的结果', en: 'What was found out' },
  wasSo: { zh: '现在', en: 'As it was' },
  wouldBe: { zh: '试验', en: 'As it would be' },
  unknown: { zh: '待处理', en: 'Open' },
  nobodyKnows: { zh: '新的', en: 'New' },
  sum: { zh: '合计', en: 'Sum' },

  list: { zh: '逐条', en: 'Flag by flag' },
  listLead: { zh: '每类最多 50 条，严重的在前。', en: 'At most 50 of each, the gravest first.' },
  none: { zh: '没有疑点。', en: 'There are none.' },
  flag: { zh: '疑点', en: 'The flag' },
});

export const CHANGE = catalogue({
  new: { zh: '新的', en: 'New' },
  lost: { zh: '不再标记', en: 'Gone' },
  kept: { zh: '仍然标记', en: 'Stays' },
} satisfies Record<TriedFlag['change'], Words>);

export const DAYS = catalogue({
  7: { zh: '7 天', en: '7 days' },
  30: { zh: '30 天', en: '30 days' },
  90: { zh: '90 天', en: '90 days' },
  366: { zh: '一年', en: 'A year' },
});
