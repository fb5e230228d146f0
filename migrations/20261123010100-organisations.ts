import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'restrict_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_TABLE_NAME || '_append_only';
END $$;

CREATE TABLE organisation (
  id         uuid PRIMARY KEY,
  kind       text NOT NULL CONSTRAINT organisation_kind_known CHECK (kind IN ('maker', 'warehouse', 'workshop', 'platform')),
  code       text NOT NULL CONSTRAINT organisation_code_unique UNIQUE,
  name_zh    text NOT NULL,
  name_en    text NOT NULL,
  maker_id   uuid CONSTRAINT organisation_maker_exists REFERENCES organisation (id),
  gs1_prefix text CONSTRAINT organisation_gs1_prefix_unique UNIQUE
                  CONSTRAINT organisation_gs1_prefix_digits CHECK (gs1_prefix ~ '^[0-9]{4,12}$'),
  phone      text,
  latitude   numeric(9, 6) CONSTRAINT organisation_latitude_range CHECK (latitude BETWEEN -90 AND 90),
  longitude  numeric(9, 6) CONSTRAINT organisation_longitude_range CHECK (longitude BETWEEN -180 AND 180),
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT organisation_maker_of_warehouse CHECK ((kind = 'warehouse') = (maker_id IS NOT NULL)),
  CONSTRAINT organisation_prefix_of_maker CHECK (gs1_prefix IS NULL OR kind = 'maker')
);

CREATE TABLE account (
  id              uuid PRIMARY KEY,
  organisation_id uuid NOT NULL CONSTRAINT account_organisation_exists REFERENCES organisation (id),
  email           text NOT NULL,
  name            text NOT NULL,
  password_hash   text NOT NULL,
  roles           text[] NOT NULL,
  disabled_at     timestamptz,
  created_at      timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX account_email_unique ON account (lower(email));
CREATE INDEX account_by_organisation ON account (organisation_id, id);

CREATE TABLE session (
  token_hash   bytea PRIMARY KEY,
  account_id   uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  created_at   timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL
);
CREATE INDEX session_by_account ON session (account_id);
CREATE INDEX session_by_expiry ON session (expires_at);

CREATE TABLE api_key (
  id              uuid PRIMARY KEY,
  organisation_id uuid NOT NULL CONSTRAINT api_key_organisation_exists REFERENCES organisation (id),
  name            text NOT NULL,
  secret_hash     bytea NOT NULL CONSTRAINT api_key_secret_unique UNIQUE,
  hint            text NOT NULL,
  scopes          text[] NOT NULL,
  expires_at      timestamptz,
  revoked_at      timestamptz,
  created_at      timestamptz NOT NULL DEFAULT now(),
  created_by      uuid NOT NULL,
  last_used_at    timestamptz
);
CREATE INDEX api_key_by_organisation ON api_key (organisation_id, id);

CREATE TABLE audit_entry (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at              timestamptz NOT NULL,
  actor_kind      text NOT NULL CONSTRAINT audit_entry_actor_kind_known CHECK (actor_kind IN ('account', 'apiKey', 'system')),
  actor_id        uuid,
  organisation_id uuid CONSTRAINT audit_entry_organisation_exists REFERENCES organisation (id),
  action          text NOT NULL,
  subject         text NOT NULL,
  request_id      text,
  detail          jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX audit_entry_by_organisation ON audit_entry (organisation_id, id DESC);
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_never_emptied BEFORE TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- scope: the organisation's id, or for callers without one a digest of the address they called.
CREATE TABLE idempotency_record (
  scope        text NOT NULL,
  key          text NOT NULL,
  route        text NOT NULL,
  body_hash    bytea NOT NULL,
  status       int,
  location     text,
  body         text,
  created_at   timestamptz NOT NULL,
  completed_at timestamptz,
  PRIMARY KEY (scope, key)
);
CREATE INDEX idempotency_record_by_age ON idempotency_record (created_at);
`;

const DOWN = `
DROP TABLE idempotency_record, audit_entry, api_key, session, account, organisation;
DROP FUNCTION refuse_change();
`;

/** Who there is: organisations, the people and machines in them, what they did, and which answers they were given. */
export class Organisations20261123010100 implements MigrationInterface {
  name = 'Organisations20261123010100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
