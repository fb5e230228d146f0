/** The languages that every text for people exists in. A missing one does not compile. */
export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in every language: `{ zh, en }`. */
export type Words = Readonly<Record<Language, string>>;
