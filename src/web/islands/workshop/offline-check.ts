import { keyHintOf, LabelKeys, type PublishedKey, verifyLabel } from '../../../labels/label-signature.ts';
import { type ParsedLabel, parseLabel } from '../../../labels/label-text.ts';
import type { ReadHint } from '../../../labels/read-diagnosis.ts';

/**
 * What a phone can say of a label by itself: claim 1 at most, whether the maker issued this code. What the register says,
 * and whether this is the right part, nobody can tell from here.
 */
export type OfflineCheck =
  | { readonly kind: 'unreadable'; readonly hint?: ReadHint }
  | { readonly kind: 'foreign'; readonly host: string }
  /** Typed, or a link without a signature: there is nothing to verify. */
  | { readonly kind: 'unsigned'; readonly gtin: string | null; readonly serial: string }
  | {
      readonly kind: 'signed';
      readonly gtin: string;
      readonly serial: string;
      /** `revoked`: whether it still counts depends on when the register learnt of the label. */
      readonly isKeyRevoked: boolean;
    }
  /** A key that we know is named, and it did not sign this. */
  | { readonly kind: 'forged'; readonly gtin: string; readonly serial: string }
  /** No pinned key goes by this name, or this browser cannot check its kind: that speaks of the phone, not of the label. */
  | { readonly kind: 'cannotTell' };

/** The published keys as this phone last heard them. */
export class PinnedKeys {
  private constructor(
    private readonly keys: LabelKeys,
    private readonly hintsBeyond: ReadonlySet<string>,
  ) {}

  /** A key that this browser cannot check (Ed25519 in an older web view) takes nothing from the others. */
  static async from(published: readonly PublishedKey[]): Promise<PinnedKeys> {
    const isUsable = await Promise.all(
      published.map((key) =>
        LabelKeys.from([key]).then(
          () => true,
          () => false,
        ),
      ),
    );
    const usable = published.filter((_, at) => isUsable[at]);
    const beyond = published.filter((_, at) => !isUsable[at]);
    return new PinnedKeys(await LabelKeys.from(usable), new Set(beyond.map(({ kid }) => keyHintOf(kid))));
  }

  /** @param origin the public one, which labels carry: it need not be the one of this page. */
  async check(code: string, origin: string): Promise<OfflineCheck> {
    const parsed = parseLabel(code, origin);
    switch (parsed.kind) {
      case 'unreadable':
        return { kind: 'unreadable', ...(parsed.hint && { hint: parsed.hint }) };
      case 'foreignHost':
        return { kind: 'foreign', host: parsed.host };
      case 'unsigned':
        return { kind: 'unsigned', gtin: parsed.gtin ?? null, serial: parsed.serial };
      default:
        return this.verify(parsed);
    }
  }

  private async verify(label: Extract<ParsedLabel, { kind: 'label' }>): Promise<OfflineCheck> {
    const { gtin, serial, keyHint } = label;
    const found = await verifyLabel(label, this.keys);
    if (found.signature === 'true')
      return { kind: 'signed', gtin, serial, isKeyRevoked: found.keyStatus === 'revoked' };
    const isKnown = this.keys.withHint(keyHint).length > 0 && !this.hintsBeyond.has(keyHint);
    return isKnown ? { kind: 'forged', gtin, serial } : { kind: 'cannotTell' };
  }
}
