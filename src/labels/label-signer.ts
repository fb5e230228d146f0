import { sign, type KeyObject, type SignKeyObjectInput } from 'node:crypto';
import { isOfPrefix, keyHintOf, protectedHeader, type LabelAlg } from './label-signature.ts';
import { labelText, signedText, type LabelledUnit } from './label-text.ts';
import { digestOf, lowS, signingInput, type SigningJob } from './signing-job.ts';

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
    this.digest = digestOf(key.alg);
    this.keyInput = { key: key.privateKey, dsaEncoding: 'ieee-p1363' };
  }

  get kid(): string {
    return this.key.kid;
  }

  /** Rejects with RangeError when a field of the unit is not of its form, or the GTIN is not one that this key may sign. */
  sign(unit: LabelledUnit): Promise<SignedLabel> {
    return new Promise((resolve, reject) => {
      this.refuseForeign(unit.gtin);
      const payload = signedText(this.origin, unit);
      const data = signingInput(this.header, payload);
      // One promise and one callback a label: with a second promise each, a batch takes a tenth longer.
      sign(this.digest, data, this.keyInput, (error, raw) => {
        if (error) return reject(error);
        const signature = this.key.alg === 'ES256' ? lowS(raw) : raw;
        resolve({ ...unit, kid: this.kid, signature, text: labelText(payload, this.keyHint, signature) });
      });
    });
  }

  /**
   * The signing of many units of one part, to be done by a `SigningPool`.
   * @throws RangeError when the GTIN is not one that this key may sign
   */
  job(gtin: string, serials: readonly string[]): SigningJob {
    this.refuseForeign(gtin);
    const { alg, privateKey } = this.key;
    return { header: this.header, alg, privateKey, origin: this.origin, gtin, serials };
  }

  private refuseForeign(gtin: string): void {
    const { gs1Prefix } = this.key;
    if (gs1Prefix === null || isOfPrefix(gtin, gs1Prefix)) return;
    throw new RangeError(`key ${this.kid} signs GTINs of prefix ${gs1Prefix} only, not ${gtin}`);
  }
}
