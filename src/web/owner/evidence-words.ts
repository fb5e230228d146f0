import { catalogue } from '../design/catalogue.ts';

export const EVIDENCE_WORDS = catalogue({
  title: { zh: '账单查验记录', en: 'Record of a bill check' },
  download: { zh: '查验记录（PDF）', en: 'Record of this check (PDF)' },
  means: {
    zh: '本页记下查验时各项记录的内容。记录以后可能变化：扫描右上角的二维码，查看最新内容。',
    en: 'This tells what the records said when they were checked. They may change: scan the code to read what they say now.',
  },
  workshop: { zh: '维修店', en: 'Workshop' },
  bill: { zh: '结算单', en: 'Bill' },
  version: { zh: (version: number) => `第 ${version} 版`, en: (version: number) => `version ${version}` },
  order: { zh: '工单', en: 'Repair order' },
  issued: { zh: '开具时间', en: 'Issued' },
  checked: { zh: '查验时间', en: 'Checked' },
  hash: { zh: '内容摘要', en: 'Content hash' },
  link: { zh: '链接', en: 'Link' },
  billed: { zh: '金额', en: 'Amount' },
  answers: { zh: '您的答复', en: 'Your answers' },
  page: {
    zh: (number: string, page: number) => `真件 Truepart · 结算单 ${number} · 第 ${page} 页`,
    en: (number: string, page: number) => `Truepart 真件 · Bill ${number} · page ${page}`,
  },
});
