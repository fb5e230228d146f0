import { catalogue } from '../design/catalogue.ts';

/** A label that was handed over, held against its bill. */
export const BILL_LABEL_WORDS = catalogue({
  ask: { zh: '核对交给您的标签', en: 'Check the label you were given' },
  why: {
    zh: '维修店交给您的标签或包装，应当属于这张结算单上的零件。',
    en: 'A label or box that the workshop gave you should be of a part on this bill.',
  },
  fitted: {
    zh: (number: string) => `属于结算单 ${number}`,
    en: (number: string) => `It belongs to bill ${number}`,
  },
  undone: {
    zh: (number: string) => `结算单 ${number} 上有它，但安装后来撤销了`,
    en: (number: string) => `Bill ${number} names it, but its fitting was undone`,
  },
  undoneNext: {
    zh: '这件零件没有留在车上。请问维修店，装在车上的是哪一件。',
    en: 'This part did not stay in the car. Ask the workshop which one did.',
  },
  absent: {
    zh: (number: string) => `不属于结算单 ${number}`,
    en: (number: string) => `It does not belong to bill ${number}`,
  },
  unlabelled: {
    zh: (number: string) => `结算单 ${number} 上的零件都没有登记标签，无法核对。`,
    en: (number: string) => `No part on bill ${number} is recorded by a label, so there is nothing to compare.`,
  },
});
