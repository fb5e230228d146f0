import type { Language } from '../../../kernel/words.ts';

/** The language in which the server drew this page. */
export const pageLanguage = (): Language => (document.documentElement.lang.startsWith('zh') ? 'zh' : 'en');
