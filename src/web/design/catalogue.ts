import type { Language } from '../../kernel/words.ts';

type Phrase = string | ((...values: never[]) => string);
type Messages = Readonly<Record<string, { readonly zh: Phrase; readonly en: Phrase }>>;
type SameAs<P> = P extends (...values: infer Values) => string ? (...values: Values) => string : string;

/** The same messages, each in one language: a text, or a function of the values that stand in it. */
export type Spoken<M extends Messages> = { readonly [Name in keyof M]: SameAs<M[Name]['zh']> };

/**
 * What a face says. A message that lacks a language, or takes other values in one than in the other, does not compile.
 * Values come as people read them (see formats.ts) or, where the grammar depends on it, as a number.
 */
export function catalogue<const M extends Messages>(
  messages: M & { readonly [Name in keyof M]: { readonly en: SameAs<M[Name]['zh']> } },
): Readonly<Record<Language, Spoken<M>>> {
  const spoken = (language: Language) =>
    Object.fromEntries(
      Object.entries<Messages[string]>(messages).map(([name, both]) => [name, both[language]]),
    ) as Spoken<M>;
  return { zh: spoken('zh'), en: spoken('en') };
}

const PLURAL = new Intl.PluralRules('en');

/** `counted(2, 'part')` → `2 parts`. Only English needs it. */
export const counted = (count: number, one: string, other = `${one}s`): string =>
  `${count} ${PLURAL.select(count) === 'one' ? one : other}`;
