import { createHash } from 'node:crypto';

/** CSS in a template, so that editor and formatter know it for what it is. */
export const css = (parts: TemplateStringsArray, ...values: readonly string[]): string => String.raw(parts, ...values);

/** What a page carries in its head, and the source expression by which its content security policy knows it. */
export interface Stylesheet {
  readonly text: string;
  readonly source: string;
}

/** One stylesheet for one face. It stands in the page, so that the first answer is all a phone needs to paint. */
export function stylesheet(...sheets: readonly string[]): Stylesheet {
  const text = squeeze(sheets.join(''));
  return { text, source: `'sha256-${createHash('sha256').update(text).digest('base64')}'` };
}

/** Enough for CSS as we write it: no strings with braces, no `:` with a space before it in a selector. */
const squeeze = (text: string): string =>
  text
    .replaceAll(/\/\*.*?\*\//gs, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,>]) ?/g, '$1')
    .replaceAll(/: /g, ':')
    .replaceAll(/([: (])0\./g, '$1.')
    .replaceAll(';}', '}')
    .trim();
