/** The headers that tell where a request comes from. */
export interface Provenance {
  readonly secFetchSite?: string | undefined;
  readonly origin?: string | undefined;
  readonly host?: string | undefined;
  readonly contentType?: string | undefined;
}

/** What a page on another site can send without asking first (Fetch standard, CORS-safelisted request header). */
const SIMPLE_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'];

/**
 * Whether a state-changing request that a browser's cookie vouches for may come from another site. The order of
 * questions is that of Filippo Valsorda's "Cross-Site Request Forgery" (2025) and Go's http.CrossOriginProtection:
 * every browser since 2023 tells by Sec-Fetch-Site, and every one since 2020 by Origin. Who sends neither is no browser,
 * or one so old that only the content type can tell: the three simple ones are refused.
 */
export function isCrossSite({ secFetchSite, origin, host, contentType }: Provenance, publicUrl: string): boolean {
  if (secFetchSite !== undefined) return secFetchSite !== 'same-origin' && secFetchSite !== 'none';
  if (origin !== undefined) return origin !== publicUrl && hostOf(origin) !== host;
  const type = contentType?.split(';')[0]?.trim().toLowerCase();
  return type !== undefined && SIMPLE_TYPES.includes(type);
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
