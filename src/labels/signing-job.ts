import { sign, type KeyObject } from 'node:crypto';
import { isLowS, type LabelAlg } from './label-signature.ts';
import { SIGNATURE_BYTES, signedText } from './label-text.ts';

/** Units of one part to be signed with one key: plain data and a handle, so that it can go to another thread. */
export interface SigningJob {
  /** The protected header as it is signed, base64url. */
  readonly header: string;
  readonly alg: LabelAlg;
  readonly privateKey: KeyObject;
  readonly origin: string;
  readonly gtin: string;
  readonly serials: readonly string[];
}

/**
 * Signs on the thread it is called on.
 * @returns 64 bytes a unit, one after the other, in the order of the serials
 * @throws RangeError when GTIN or serial are not of their form
 */
export function signaturesOf({ header, alg, privateKey, origin, gtin, serials }: SigningJob): Uint8Array<ArrayBuffer> {
  const digest = digestOf(alg);
  const key = { key: privateKey, dsaEncoding: 'ieee-p1363' } as const;
  const signatures = new Uint8Array(serials.length * SIGNATURE_BYTES);
  serials.forEach((serial, i) => {
    const signature = sign(digest, signingInput(header, signedText(origin, { gtin, serial })), key);
    signatures.set(alg === 'ES256' ? lowS(signature) : signature, i * SIGNATURE_BYTES);
  });
  return signatures;
}

/** Ed25519 hashes by itself. */
export const digestOf = (alg: LabelAlg): 'sha256' | undefined => (alg === 'ES256' ? 'sha256' : undefined);

/** The bytes that a compact JWS signs. */
export const signingInput = (header: string, text: string): Buffer =>
  Buffer.from(`${header}.${Buffer.from(text).toString('base64url')}`);

/** The order of P-256's group. */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** Turns a high s into n − s, in place. */
export function lowS(signature: Buffer): Buffer {
  if (isLowS(signature)) return signature;
  const s = ORDER - BigInt(`0x${signature.toString('hex', 32)}`);
  signature.write(s.toString(16).padStart(64, '0'), 32, 'hex');
  return signature;
}
