import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../../http/accept-language.ts';
import { LANGUAGES, type Language } from '../../kernel/words.ts';

/** Somebody asks for a page. */
export interface PageRequest {
  readonly language: Language;
  /** Whether the language was chosen on a page and must stay chosen on the next: `?lang=en`, or nothing. */
  readonly keep: string;
  /** Path and query of this very page in the other language. */
  readonly otherLanguage: string;
}

/** `?lang=zh` or `?lang=en` first, then what the browser prefers, then Chinese: most owners read it. */
export function pageRequest({ url, headers }: Pick<FastifyRequest, 'url' | 'headers'>): PageRequest {
  const [path = '', query = ''] = url.split('?');
  const pieces = query.split('&').filter((piece) => piece !== '');
  const isChoice = (piece: string) => /^lang=/i.test(piece);
  const wish = pieces.find(isChoice)?.slice('lang='.length).toLowerCase();
  const chosen = LANGUAGES.find((language) => wish === language || wish?.startsWith(`${language}-`));
  const language = chosen ?? languageOf(headers['accept-language'], 'zh');
  const other = [...pieces.filter((piece) => !isChoice(piece)), `lang=${language === 'zh' ? 'en' : 'zh'}`];
  return { language, keep: chosen ? `?lang=${chosen}` : '', otherLanguage: `${path}?${other.join('&')}` };
}

/** A drawn page: what stands in it, and the one style that its security policy lets it have. */
export interface Page {
  readonly html: string;
  readonly styleSource: string;
  readonly hasIsland: boolean;
}

/** What an island may do: our own scripts, workers and the barcode reader's WebAssembly, our own API, pictures it took. */
const ISLAND_POLICY =
  `script-src 'self' 'wasm-unsafe-eval';worker-src 'self';connect-src 'self';manifest-src 'self';` +
  `media-src 'self' blob:;img-src 'self' data: blob:`;

/**
 * Sets what a page needs of an answer and gives its text. No script runs on a page without an island, whatever stands in
 * it: the policy allows none. A link may be a secret, so nothing is kept by caches or found by search engines.
 */
export function answerPage(reply: FastifyReply, { language }: Pick<PageRequest, 'language'>, page: Page): string {
  void reply.type('text/html; charset=utf-8').headers({
    'content-language': language === 'zh' ? 'zh-CN' : 'en',
    'content-security-policy':
      `default-src 'none';style-src ${page.styleSource};${page.hasIsland ? ISLAND_POLICY : "img-src 'self' data:"};` +
      `form-action 'self';base-uri 'none';frame-ancestors 'none'`,
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex, nofollow',
    vary: 'Accept, Accept-Language',
  });
  return page.html;
}
