import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.ts';
import { Database } from '../database/database.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import { LabelSigner } from './label-signer.ts';
import { PrivateKeyStore, PrivateKeyUnavailable, publicJwkOf } from './private-key-store.ts';
import type { SigningKey } from './signing-key.entity.ts';
import { SigningKeysService } from './signing-keys.service.ts';

/** Hands out the signer of a maker's active key. */
@Injectable()
export class SigningService {
  private readonly signers = new Map<OrganisationId, LabelSigner>();

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly keys: SigningKeysService,
    private readonly store: PrivateKeyStore,
  ) {}

  /**
   * Ask anew for every few thousand labels: after a rotation it is another one.
   * @throws PrivateKeyUnavailable when there is an active key that cannot sign here
   */
  async signerOf(makerId: OrganisationId): Promise<LabelSigner> {
    let key = await this.keys.active(makerId);
    for (;;) {
      const ready = this.signers.get(makerId);
      if (ready?.kid === key.kid) return ready;
      const signer = await this.ready(key);
      if (signer) {
        this.signers.set(makerId, signer);
        return signer;
      }
      // A rotation may have erased the file between our two looks; then there is another active key now.
      const again = await this.keys.active(makerId);
      if (again.kid === key.kid) throw this.lost(key);
      key = again;
    }
  }

  private async ready({ kid, alg, publicJwk, makerId }: SigningKey): Promise<LabelSigner | undefined> {
    const privateKey = await this.store.get(kid);
    if (!privateKey) return undefined;
    if (publicJwkOf(privateKey).x !== publicJwk.x) {
      throw new PrivateKeyUnavailable(kid, `is that of another key: ${this.store.placeOf(kid)}`, RESTORE_OR_ROTATE);
    }
    const maker = await this.database.first<{ gs1_prefix: string | null }>(
      'SELECT gs1_prefix FROM organisation WHERE id = $1',
      [makerId],
    );
    return new LabelSigner({ kid, alg, privateKey, gs1Prefix: maker?.gs1_prefix ?? null }, this.config.labelOrigin);
  }

  private lost({ kid }: SigningKey): PrivateKeyUnavailable {
    return new PrivateKeyUnavailable(kid, `is missing: ${this.store.placeOf(kid)}`, RESTORE_OR_ROTATE);
  }
}

const RESTORE_OR_ROTATE =
  'Restore it from a backup of DATA_DIR (all servers of one installation share DATA_DIR/keys), ' +
  'or have the maker’s key custodian rotate the key: POST /api/keys/rotation.';
