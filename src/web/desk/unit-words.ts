import { catalogue } from '../design/catalogue.ts';

export const UNIT_WORDS = catalogue({
  units: { zh: '单件', en: 'Units' },
  find: { zh: '查找', en: 'Find' },
  findLabel: { zh: '序列号或标签内容', en: 'Serial or label text' },
  findHint: { zh: '7Q3K 9D0A 2FXM，或整条网址', en: '7Q3K 9D0A 2FXM, or the whole address' },
  noneFound: {
    zh: (text: string) => `贵厂没有这样的零件：${text}`,
    en: (text: string) => `None of your units answers to ${text}`,
  },
  several: { zh: '几种零件都有这个序列号：', en: 'Several parts share this serial:' },
  missing: { zh: '报失的零件', en: 'Reported missing' },
  noneMissing: { zh: '没有报失的零件。', en: 'No unit is reported missing.' },

  found: { zh: '已经找到', en: 'It was found' },
  foundMeans: {
    zh: '报失随即结束，零件回到库存；报失前已不是库存的，会隔离。',
    en: 'This ends the report, and the unit is stock again. One that was no stock when it went missing is quarantined.',
  },
  foundNote: { zh: '在哪里找到，怎样确认是同一件', en: 'Where it was, and why it is the same unit' },

  openCase: { zh: '立案', en: 'Open a case' },
  openMeans: {
    zh: '新案件的编号会填入本页的解除冻结表。',
    en: 'Its number is then filled in where a hold of this unit is cleared.',
  },
  caseTitle: { zh: '关于什么', en: 'What it is about' },
  caseText: { zh: '目前知道的', en: 'What is known so far' },
  opened: { zh: '已立案：', en: 'Opened:' },
});
