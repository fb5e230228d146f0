/** What was read, as a person calls it: the end of a label’s path tells it from others; of anything else, its beginning. */
export const thingIn = (text: string): string =>
  /\/21\/([0-9A-Z]{12})/i.exec(text)?.[1]?.toUpperCase() ?? text.slice(0, 24);
