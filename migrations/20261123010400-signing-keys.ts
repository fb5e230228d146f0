import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
/* Only the public halves: the private ones are files outside the database, one a key. */
CREATE TABLE signing_key (
  kid        text PRIMARY KEY CONSTRAINT signing_key_kid_thumbprint CHECK (kid ~ '^[A-Za-z0-9_-]{43}$'),
  maker_id   uuid NOT NULL CONSTRAINT signing_key_maker_exists REFERENCES organisation (id),
  alg        text NOT NULL CONSTRAINT signing_key_alg_known CHECK (alg IN ('ES256', 'Ed25519')),
  public_jwk jsonb NOT NULL CONSTRAINT signing_key_public_only CHECK (NOT public_jwk ? 'd'),
  status     text NOT NULL CONSTRAINT signing_key_status_known CHECK (status IN ('active', 'retired', 'revoked')),
  not_before timestamptz NOT NULL,
  not_after  timestamptz,
  cut_off    timestamptz,
  reason     text CONSTRAINT signing_key_reason_given CHECK (reason <> ''),
  created_at timestamptz NOT NULL,
  CONSTRAINT signing_key_end_of_active CHECK ((status = 'active') = (not_after IS NULL)),
  CONSTRAINT signing_key_cut_off_of_revoked CHECK (
    (status = 'revoked') = (cut_off IS NOT NULL) AND (status = 'revoked') = (reason IS NOT NULL))
);
CREATE UNIQUE INDEX signing_key_active_once ON signing_key (maker_id) WHERE status = 'active';
CREATE INDEX signing_key_by_maker ON signing_key (maker_id, created_at DESC);

/* Labels signed with it are out there for decades. */
CREATE TRIGGER signing_key_never_deleted BEFORE DELETE ON signing_key
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
`;

/** The keys that makers sign their labels with: one active a maker, the earlier ones kept to verify by. */
export class SigningKeys20261123010400 implements MigrationInterface {
  name = 'SigningKeys20261123010400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE signing_key');
  }
}
