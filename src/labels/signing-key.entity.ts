import type { JWK } from 'jose';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrganisationId } from '../kernel/identifiers.ts';
import type { KeyStatus, LabelAlg } from './label-signature.ts';

/** The public half of a maker's key and its story. The private half is never in the database. */
@Entity('signing_key')
export class SigningKey {
  /** RFC 7638 SHA-256 thumbprint. */
  @PrimaryColumn('text')
  kid: string;

  @Column('uuid', { name: 'maker_id' })
  makerId: OrganisationId;

  @Column('text')
  alg: LabelAlg;

  @Column('jsonb', { name: 'public_jwk' })
  publicJwk: JWK;

  @Column('text')
  status: KeyStatus;

  @Column('timestamptz', { name: 'not_before' })
  notBefore: Date;

  /** When it stopped signing; `null` while it is active. */
  @Column('timestamptz', { name: 'not_after', nullable: true })
  notAfter: Date | null;

  /** Of a revoked key: what was recorded before stays good. */
  @Column('timestamptz', { name: 'cut_off', nullable: true })
  cutOff: Date | null;

  /** Why it was revoked. */
  @Column('text', { nullable: true })
  reason: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
