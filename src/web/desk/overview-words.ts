import { catalogue } from '../design/catalogue.ts';

export const OVERVIEW_WORDS = catalogue({
  overview: { zh: '概览', en: 'Overview' },
  period: { zh: '时间', en: 'Period' },
  show: { zh: '查看', en: 'Show' },
  table: { zh: '数据表', en: 'The numbers as a table' },

  trend: { zh: '每周的新疑点，按规则', en: 'New flags a week, by rule' },
  trendLead: {
    zh: '每一列是一周（周一开始），柱上是条数；各行同一比例。疑点最多的规则在最上面。',
    en: 'A column is a week, from Monday; the number on a bar is its flags, and all rows share one scale. The busiest rules come first.',
  },
  trendOnly: {
    zh: (shown: number, total: number) => `图中只画了最多的 ${shown} 条规则，表里有全部 ${total} 条。`,
    en: (shown: number, total: number) => `The plot shows the busiest ${shown} rules; the table has all ${total}.`,
  },
  noFlags: { zh: '这段时间没有疑点。', en: 'Nothing was flagged in this time.' },
  rule: { zh: '规则', en: 'Rule' },
  sum: { zh: '合计', en: 'Sum' },

  workshops: { zh: '维修店比较：每千次扫描的疑点', en: 'Workshops compared: flags per 1,000 scans' },
  workshopsLead: {
    zh: '点是比率，横线是 95% 的可能范围：扫描越少，线越长，越不能下结论。空心点：扫描不足 100 次。误报不计。',
    en: 'The dot is the rate; the line is where the true rate lies 19 times of 20. Few scans make a long line, which proves little. A hollow dot stands for fewer than 100 scans. Dismissed flags do not count.',
  },
  workshopsOnly: {
    zh: (shown: number) => `图中只画了比率最高的 ${shown} 家，表里有全部。`,
    en: (shown: number) => `The plot shows the ${shown} highest rates; the table has all.`,
  },
  noScans: { zh: '这段时间没有维修店扫描过。', en: 'No workshop scanned anything in this time.' },
  workshop: { zh: '维修店', en: 'Workshop' },
  scans: { zh: '扫描', en: 'Scans' },
  flags: { zh: '疑点', en: 'Flags' },
  rate: { zh: '每千次', en: 'Per 1,000' },
  range: { zh: '可能范围', en: 'Range' },
  between: {
    zh: (low: string, high: string) => `${low} 至 ${high}`,
    en: (low: string, high: string) => `${low} to ${high}`,
  },
  perThousand: { zh: '每千次扫描的疑点', en: 'flags per 1,000 scans' },
  sample: { zh: (scans: string) => `${scans} 次`, en: (scans: string) => `n = ${scans}` },

  way: { zh: '在哪里出现过', en: 'Where it was' },
  wayLead: {
    zh: '每一行是一个地点，从左到右是先后顺序。● 转移　○ 读标签　▲ 冻结、失窃或作废　✕ 读标签时可疑',
    en: 'A row is a place; left to right is the order of time. ● it moved  ○ its label was read  ▲ held, missing or voided  ✕ read, and suspect',
  },
  wayOnly: {
    zh: (shown: number) => `图中只画了最近 ${shown} 步。`,
    en: (shown: number) => `The plot shows the last ${shown} steps.`,
  },
  public: { zh: '公众查验', en: 'Members of the public' },
  step: { zh: '步', en: 'Step' },
  time: { zh: '时间', en: 'Time' },
  place: { zh: '地点', en: 'Place' },
  what: { zh: '发生了什么', en: 'What happened' },
});

/** Weeks that can be looked back. */
export const PERIOD = catalogue({
  4: { zh: '4 周', en: '4 weeks' },
  12: { zh: '12 周', en: '12 weeks' },
  26: { zh: '26 周', en: '26 weeks' },
});
