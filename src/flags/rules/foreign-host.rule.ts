import type { ScanEvidence } from '../evidence.ts';
import { rule } from '../rule.ts';
import { SET_ASIDE } from './guidance.ts';

/** Another brand may print honest GS1 links on its own host; none of them has a signature field like ours. */
export const foreignHost = rule({
  id: 'C05',
  name: 'FOREIGN_HOST',
  level: 5,
  subject: 'code',
  thresholds: {},
  check({ reading }: ScanEvidence) {
    if (reading.kind !== 'foreignHost' || !reading.hasSignature) return null;
    return { facts: { host: reading.host } };
  },
  words: {
    staff: ({ host }) => ({
      zh: `这枚码仿照厂家的格式，却指向另一个网址：${host}。`,
      en: `This code copies the maker’s form but leads to another site: ${host}.`,
    }),
    owner: () => ({
      zh: '这枚码指向的不是厂家的网址。请不要在打开的页面上填写任何信息。',
      en: 'This code does not lead to the maker’s site. Please enter nothing on the page that it opens.',
    }),
    next: () => SET_ASIDE,
  },
});
