import type { InvoiceEvidence } from '../evidence.ts';
import { rule } from '../rule.ts';

/** The owner holds a version. Sending it again is nothing; another one in its name is told to the owner and to an analyst. */
export const invoiceChanged = rule({
  id: 'R25',
  name: 'INVOICE_CHANGED',
  level: 5,
  subject: 'order',
  thresholds: {},
  check({ previous, hash }: InvoiceEvidence) {
    return previous === null || previous.hash === hash ? null : { facts: { version: previous.version } };
  },
  words: {
    staff: ({ version }) => ({
      zh: `这份账单与车主已收到的第 ${version} 版不同。`,
      en: `This bill differs from version ${version}, which the owner already has.`,
    }),
    owner: ({ version }) => ({
      zh: `这份账单与您之前收到的第 ${version} 版不同，请核对改动的内容。`,
      en: `This bill differs from version ${version}, which you received before. Please look at what changed.`,
    }),
    next: () => ({
      zh: '请向车主说明改了什么、为什么改，并保留依据；厂家会核对。',
      en: 'Tell the owner what changed and why, and keep the proof. The maker will look into it.',
    }),
  },
});
