import type { Words } from '../../kernel/words.ts';

/** What to do with a part in one's hand that must not go into a car. */
export const SET_ASIDE: Words = {
  zh: '不要装车。把零件连同包装单独存放并拍照，等厂家处理。',
  en: 'Do not fit it. Set the part and its packaging aside, take photos and wait for the maker.',
};

/** Nothing is asked of anybody. */
export const NOTHING_TO_DO: Words = { zh: '无需处理。', en: 'There is nothing to do.' };
