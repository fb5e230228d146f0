/** The word for a name that is stored as text: a name that is new to us is shown as it is. */
export const nameIn = (words: Readonly<Record<string | number, string>>, name: string): string =>
  Object.hasOwn(words, name) ? words[name]! : name;
