import { isGtin14 } from '../kernel/gtin.ts';

/** An address below `/01/`, taken apart without changing a character of what was printed. */
export interface LabelAddress {
  /** As asked for: `/01/09521234100003/21/7Q3K9D0A2FXM`. */
  readonly path: string;
  /** What is left of the query once our own parameters are taken out: `S=…` on a label, nothing on a typed address. */
  readonly rest: string;
  /** GS1’s request for one kind of link, or for all of them. */
  readonly linkType: string | null;
  /** Our other parameters, as they came. */
  readonly others: string;
}

/**
 * Parameters that speak to the resolver and are no part of a label: GS1’s own, two application identifiers that other
 * resolvers use, our language switch, and what WeChat adds to every link that is passed on in a chat.
 */
const NOT_PRINTED = new Set(['linktype', 'context', '91', '92', 'lang', 'from', 'isappinstalled']);

/** @param url path and query as they arrived, not decoded: a label has one spelling. */
export function labelAddress(url: string): LabelAddress {
  const at = url.indexOf('?');
  const path = at === -1 ? url : url.slice(0, at);
  const pieces =
    at === -1
      ? []
      : url
          .slice(at + 1)
          .split('&')
          .filter((piece) => piece !== '');
  const nameOf = (piece: string) => piece.split('=', 1)[0]!.toLowerCase();
  const linkType = pieces.find((piece) => nameOf(piece) === 'linktype');
  const rest = pieces.filter((piece) => !NOT_PRINTED.has(nameOf(piece))).join('&');
  const others = pieces.filter((piece) => NOT_PRINTED.has(nameOf(piece)) && nameOf(piece) !== 'linktype').join('&');
  // A slash too many harms nobody who asks for a unit; on a printed label it is a second spelling.
  return {
    path: rest === '' ? path.replace(/\/$/, '') : path,
    rest,
    linkType: linkType === undefined ? null : decoded(linkType.slice('linktype='.length)),
    others,
  };
}

/** The label’s text, whole, as a scanner would have read it. */
export const codeAt = (labelOrigin: string, { path, rest }: LabelAddress): string =>
  labelOrigin + path + (rest === '' ? '' : `?${rest}`);

/**
 * `unit`: names one unit · `noUnit`: a good GS1 Digital Link of ours that names a kind of part or a lot · `malformed`: no
 * GS1 Digital Link for a GTIN (GS1 Digital Link URI syntax 1.5: key, then lot, then serial, each once, in this order).
 */
export type Named = { readonly kind: 'unit' | 'noUnit'; readonly gtin: string } | { readonly kind: 'malformed' };

/** GS1 General Specifications, figure 7.11-1: what lot and serial may be made of, as it stands in a path. */
const VALUE = '(?:[A-Za-z0-9!"\'()*+,._:;=<>?-]|%2[1-9A-F]|%3[A-F]){1,20}';
const LINK = new RegExp(`^/01/(?<gtin>[0-9]{14})(?:/22/${VALUE})?(?:/10/${VALUE})?(?<serial>/21/${VALUE})?$`, 'i');

export function namedBy({ path }: Pick<LabelAddress, 'path'>): Named {
  const parts = LINK.exec(path)?.groups;
  const gtin = parts?.['gtin'];
  if (gtin === undefined || !isGtin14(gtin)) return { kind: 'malformed' };
  return { kind: parts?.['serial'] === undefined ? 'noUnit' : 'unit', gtin };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
