/** What came of a request: an answer of ours, or nothing that can be trusted to be one. */
export type Heard =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body: unknown;
      /** Seconds, where the server asked for patience. */
      readonly retryAfter: number | null;
    }
  | { readonly kind: 'silence' };

export interface Wish {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  /** JSON, or a photo as it is. */
  readonly body?: object;
  /** `Idempotency-Key`. */
  readonly key?: string;
  /** The account this is done for: the server refuses it when somebody else is signed in on this phone by now. */
  readonly account?: string;
  readonly patience?: number;
}

const PATIENCE_MS = 15_000;
/** A photo is large for a bad network, and given up half-way it would begin anew. */
const PHOTO_PATIENCE_MS = 90_000;
/** Somebody between us and the server answers for it, or the server asks to be left alone. */
const NOBODY_HOME = [502, 504];

/** Asks the server. Never throws: a bad network is an ordinary day. */
export async function call(path: string, wish: Wish = {}): Promise<Heard> {
  const { method = 'GET', body, key, account } = wish;
  const photo = body instanceof Blob ? body : null;
  const patience = wish.patience ?? (photo ? PHOTO_PATIENCE_MS : PATIENCE_MS);
  const given = new AbortController();
  const timer = setTimeout(() => given.abort(), patience);
  try {
    const response = await fetch(path, {
      method,
      // A hotel’s or a hotspot’s sign-in page answers by a redirect, and it must not pass for our answer.
      redirect: 'error',
      cache: 'no-store',
      signal: given.signal,
      headers: {
        accept: 'application/json, application/problem+json',
        ...(body && { 'content-type': photo?.type ?? 'application/json' }),
        ...(key !== undefined && { 'idempotency-key': key }),
        ...(account !== undefined && { 'truepart-account': account }),
      },
      ...(body && { body: photo ?? JSON.stringify(body) }),
    });
    if (NOBODY_HOME.includes(response.status)) return { kind: 'silence' };
    const text = await response.text();
    const isJson = /^application\/([\w-]+\+)?json/.test(response.headers.get('content-type') ?? '');
    if (!isJson && (response.status !== 204 || text !== '')) return { kind: 'silence' };
    const retryAfter = Number(response.headers.get('retry-after'));
    return {
      kind: 'answer',
      status: response.status,
      body: text === '' ? null : (JSON.parse(text) as unknown),
      retryAfter: retryAfter > 0 ? retryAfter : null,
    };
  } catch {
    return { kind: 'silence' };
  } finally {
    clearTimeout(timer);
  }
}
