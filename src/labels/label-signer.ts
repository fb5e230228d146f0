import { sign, type KeyObject, type SignKeyObjectInput } from 'node:crypto';
import { isLowS, isOfPrefix, keyHintOf, protectedHeader, type LabelAlg } from './label-signature.ts';
import { labelText, signedText, type LabelledUnit } from './label-text.ts';

/** The order of P-256's group. */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

export interface SigningKey {
  readonly kid: string;
  readonly alg: LabelAlg;
  /** What the maker's GTINs begin with, or `null` where only its catalogue tells. */
  readonly gs1Prefix: string | null;
  /** Made once: building it costs as much as a signature. */
  readonly privateKey: KeyObject;
}

export interface SignedLabel extends LabelledUnit {
  readonly kid: string;
  readonly signature: Buffer;
  /** What is printed. */
  readonly text: string;
}

/** Signs labels with one key for one origin, on libuv's pool: a batch keeps all cores busy and the server answers meanwhile. */
export class LabelSigner {
  private readonly header: string;
  private readonly keyHint: string;
  private readonly digest: 'sha256' | undefined;
  private readonly keyInput: SignKeyObjectInput;

  constructor(
    private readonly key: SigningKey,
    private readonly origin: string,
  ) {
    this.header = protectedHeader(key);
    this.keyHint = keyHintOf(key.kid);
    this.digest = key.alg === 'ES256' ? 'sha256' : undefined;
    this.keyInput = { key: key.privateKey, dsaEncoding: 'ieee-p1363' };
  }

  get kid(): string {
    return this.key.kid;
  }

  /** Rejects with RangeError when a field of the unit is not of its form, or the GTIN is not one that this key may sign. */
  sign(unit: LabelledUnit): Promise<SignedLabel> {
    return new Promise((resolve, reject) => {
      const { gs1Prefix } = this.key;
      if (gs1Prefix !== null && !isOfPrefix(unit.gtin, gs1Prefix)) {
        throw new RangeError(`key ${this.kid} signs GTINs of prefix ${gs1Prefix} only, not ${unit.gtin}`);
      }
      const payload = signedText(this.origin, unit);
      const data = Buffer.from(`${this.header}.${Buffer.from(payload).toString('base64url')}`);
      // One promise and one callback a label: with a second promise each, a batch takes a tenth longer.
      sign(this.digest, data, this.keyInput, (error, raw) => {
        if (error) return reject(error);
        const signature = this.key.alg === 'ES256' ? lowS(raw) : raw;
        resolve({ ...unit, kid: this.kid, signature, text: labelText(payload, this.keyHint, signature) });
      });
    });
  }

  /** In the order of `units`. All are in flight at once: hand in some hundreds, not a whole batch. */
  signMany(units: readonly LabelledUnit[]): Promise<SignedLabel[]> {
    return Promise.all(units.map((unit) => this.sign(unit)));
  }
}

function lowS(signature: Buffer): Buffer {
  if (isLowS(signature)) return signature;
  const s = ORDER - BigInt(`0x${signature.toString('hex', 32)}`);
  signature.write(s.toString(16).padStart(64, '0'), 32, 'hex');
  return signature;
}
