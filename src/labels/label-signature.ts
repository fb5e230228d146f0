import { base64url, flattenedVerify, importJWK, type CryptoKey, type JWK } from 'jose';
import { encodeCrockford } from './crockford.ts';
import type { Label, ParsedLabel } from './label-text.ts';

/** ES256 is the default; Ed25519 is the maker's other choice. A key knows its alg, a label never does. */
export const LABEL_ALGS = ['ES256', 'Ed25519'] as const;
export type LabelAlg = (typeof LABEL_ALGS)[number];

export const KEY_STATUSES = ['active', 'retired', 'revoked'] as const;
export type KeyStatus = (typeof KEY_STATUSES)[number];

/** One key of `/.well-known/jwks.json`: an RFC 7517 public JWK and our own members. Times are RFC 3339. */
export interface PublishedKey extends JWK {
  /** RFC 7638 SHA-256 thumbprint. */
  readonly kid: string;
  readonly use: 'sig';
  readonly alg: LabelAlg;
  /** Code of the only maker whose GTINs this key may sign. */
  readonly maker: string;
  /** What those GTINs begin with, after their first (indicator) digit; `null` where only the maker's catalogue tells. */
  readonly gs1Prefix: string | null;
  readonly status: KeyStatus;
  readonly notBefore: string;
  readonly notAfter: string | null;
  /** Of a revoked key: serials that were recorded before this instant stay good. */
  readonly cutOff: string | null;
}

/**
 * `true`: that maker's key signed this very text, for this host, and the GTIN is the maker's. It says nothing of the
 * part in the box. · `false`: forged · `none`: there was no signature to check.
 */
export type LabelCheck =
  | {
      readonly signature: 'true';
      readonly kid: string;
      readonly maker: string;
      readonly keyStatus: KeyStatus;
      readonly cutOffAt: Date | null;
    }
  | { readonly signature: 'false' }
  | { readonly signature: 'none' };

/** The first 20 bits of a thumbprint, which is what fits beside a signature. Several keys may share it. */
export function keyHintOf(kid: string): string {
  const [a, b, c] = base64url.decode(kid) as unknown as [number, number, number];
  return encodeCrockford(Uint8Array.of(a >> 4, ((a & 15) << 4) | (b >> 4), ((b & 15) << 4) | (c >> 4))).slice(1);
}

/** A key that labels are checked with, imported once. */
interface ReadyKey {
  readonly published: PublishedKey;
  /** The JWS protected header that this key's labels were signed under. */
  readonly header: string;
  readonly key: CryptoKey;
}

/** The pinned keys, found by the hint on the label. Make it once and keep it: importing a key costs more than a check. */
export class LabelKeys {
  private constructor(private readonly byHint: ReadonlyMap<string, readonly ReadyKey[]>) {}

  /** @throws when a key is no public key of its alg */
  static async from(keys: readonly PublishedKey[]): Promise<LabelKeys> {
    const byHint = new Map<string, ReadyKey[]>();
    for (const published of keys) {
      const { kty, crv, x, y, alg } = published;
      const key = (await importJWK({ kty, crv, x, y }, alg)) as CryptoKey;
      const hint = keyHintOf(published.kid);
      byHint.set(hint, [...(byHint.get(hint) ?? []), { published, header: protectedHeader(published), key }]);
    }
    return new LabelKeys(byHint);
  }

  withHint(hint: string): readonly ReadyKey[] {
    return this.byHint.get(hint) ?? [];
  }
}

/** The header that is not printed, because alg and kid give it back byte for byte. */
export const protectedHeader = ({ alg, kid }: { alg: LabelAlg; kid: string }): string =>
  base64url.encode(JSON.stringify({ alg, kid }));

/** What was signed, from the printed text: it lacks only the signature and has its origin in lower case. */
export function signedPart({ text }: Label): string {
  const unsigned = text.slice(0, text.indexOf('?'));
  const path = unsigned.indexOf('/01/');
  return unsigned.slice(0, path).toLowerCase() + unsigned.slice(path);
}

/** The label as the ordinary compact JWS that it is, for any JOSE library. */
export const compactJws = (label: Label, key: { alg: LabelAlg; kid: string }): string =>
  [protectedHeader(key), base64url.encode(signedPart(label)), base64url.encode(label.signature)].join('.');

/** Checks the signature offline, against keys that were fetched before. Runs in a browser as well. */
export async function verifyLabel(parsed: ParsedLabel, keys: LabelKeys): Promise<LabelCheck> {
  if (parsed.kind !== 'label') return { signature: 'none' };
  for (const candidate of keys.withHint(parsed.keyHint)) {
    if (!(await isSignedBy(parsed, candidate))) continue;
    const { kid, maker, status, cutOff } = candidate.published;
    return { signature: 'true', kid, maker, keyStatus: status, cutOffAt: cutOff === null ? null : new Date(cutOff) };
  }
  return { signature: 'false' };
}

async function isSignedBy(label: Label, { published, header, key }: ReadyKey): Promise<boolean> {
  const { alg, gs1Prefix } = published;
  if (gs1Prefix !== null && !isOfPrefix(label.gtin, gs1Prefix)) return false;
  if (alg === 'ES256' && !isLowS(label.signature)) return false;
  const payload = base64url.encode(signedPart(label));
  const jws = { protected: header, payload, signature: base64url.encode(label.signature) };
  return flattenedVerify(jws, key, { algorithms: [alg] }).then(
    () => true,
    () => false,
  );
}

/** A GTIN-14 is an indicator digit, then the GS1 company prefix. */
export const isOfPrefix = (gtin: string, gs1Prefix: string): boolean => gtin.startsWith(gs1Prefix, 1);

/** Half of the order of P-256, rounded down. */
const HALF_ORDER = Uint8Array.from(
  '7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8'.match(/../g)!,
  (byte) => Number.parseInt(byte, 16),
);

/** (r, s) and (r, n − s) are both true to ECDSA. Only the smaller s counts here, or one label would have two spellings. */
export function isLowS(signature: Uint8Array): boolean {
  for (let i = 0; i < 32; i++) {
    const difference = signature[32 + i]! - HALF_ORDER[i]!;
    if (difference !== 0) return difference < 0;
  }
  return true;
}
