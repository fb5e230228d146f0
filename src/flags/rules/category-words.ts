import type { Words } from '../../kernel/words.ts';
import type { LineCategory } from '../evidence.ts';

/** The categories of 汽车销售管理办法, and the owner's own part, as they stand on estimates and invoices. */
export const CATEGORY_WORDS: Readonly<Record<LineCategory, Words>> = {
  original: { zh: '原厂', en: 'original' },
  matching_quality: { zh: '质量相当', en: 'matching quality' },
  remanufactured: { zh: '再制造', en: 'remanufactured' },
  reused: { zh: '回用', en: 'reused' },
  customer_supplied: { zh: '自配', en: 'customer-supplied' },
};
