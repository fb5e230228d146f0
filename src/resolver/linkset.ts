import type { Language, Words } from '../kernel/words.ts';

const VOCABULARY = 'https://ref.gs1.org/voc/';
/** The spellings of GS1’s vocabulary in use: its prefix, its two addresses, and the bare name. */
const SPELLINGS = /^(?:gs1:|https?:\/\/(?:www\.)?(?:ref\.)?gs1\.org\/voc\/)?(?<name>[A-Za-z]+)$/;

/** What we have for a unit, and how a link to it is called. Both lead to the same address: `Accept` decides what is given. */
const LINKS = {
  defaultLink: { type: 'text/html', title: { zh: '零件查验', en: 'Check this part' } },
  pip: { type: 'text/html', title: { zh: '零件信息', en: 'About this part' } },
  verificationService: { type: 'application/json', title: { zh: '查验结果', en: 'Verdict as data' } },
} as const satisfies Record<string, { type: string; title: Words }>;

export type LinkWish = 'all' | 'one' | 'unknown';

/** `all` is what the standard called the list before it called it `linkset`. */
export function linkWish(linkType: string): LinkWish {
  const name = SPELLINGS.exec(linkType)?.groups?.['name'] ?? '';
  if (/^(all|linkset)$/i.test(name)) return 'all';
  return Object.hasOwn(LINKS, name) ? 'one' : 'unknown';
}

interface Link {
  readonly href: string;
  readonly title: string;
  readonly type: string;
  readonly hreflang: readonly string[];
}

/** RFC 9264, as GS1 narrows it: one context, each link with target, relation and title. */
export interface Linkset {
  readonly linkset: readonly [
    { readonly anchor: string; readonly itemDescription: string } & Record<string, string | readonly Link[]>,
  ];
}

/**
 * @param anchor the unit’s address without any query
 * @param target where the links lead: the address with the signature that was asked with
 */
export function linksetOf(anchor: string, target: string, name: Words, language: Language): Linkset {
  const links = Object.entries(LINKS).map(([relation, { type, title }]) => [
    VOCABULARY + relation,
    [{ href: target, title: title[language], type, hreflang: ['zh', 'en'] }],
  ]);
  const context = { anchor, itemDescription: name[language], ...Object.fromEntries(links) };
  return { linkset: [context as Linkset['linkset'][0]] };
}

/** The `Link` header: where the list is, whatever else is answered. */
export const linksetHeader = (anchor: string): string =>
  `<${anchor}?linkType=linkset>; rel="linkset"; type="application/linkset+json"; title="All links"`;

/** GS1’s JSON-LD context, for whoever reads a linkset as linked data. */
export const CONTEXT_HEADER =
  '<https://ref.gs1.org/standards/resolver/linkset-context>; rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"';

/** The resolver description of GS1’s resolver standard 1.2, §3. */
export const resolverDescription = (publicUrl: string) => ({
  resolverRoot: publicUrl,
  name: 'Truepart 真件',
  supportedPrimaryKeys: ['01'],
  supportedLinkType: [{ namespace: VOCABULARY, prefix: 'gs1:' }],
  linkTypeDefaultCanBeLinkset: false,
  jsonLdContextLocation: 'https://ref.gs1.org/standards/resolver/linkset-context',
});
