import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Photos of old parts. A newer one counts, and the older ones stay. */
export class OldPartPhotos20261123061000 implements MigrationInterface {
  name = 'OldPartPhotos20261123061000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE old_part_photo (
        id          uuid PRIMARY KEY,
        old_part_id uuid NOT NULL REFERENCES old_part,
        /* JPEG, drawn anew by us: nothing is in it but what it shows. */
        picture     bytea NOT NULL CONSTRAINT old_part_photo_bounded CHECK (octet_length(picture) < 2000000),
        sha256      bytea NOT NULL GENERATED ALWAYS AS (sha256(picture)) STORED,
        width       int NOT NULL CHECK (width > 0),
        height      int NOT NULL CHECK (height > 0),
        /* By the clock of whoever took it. */
        taken_at    timestamptz NOT NULL,
        recorded_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT old_part_photo_once UNIQUE (old_part_id, sha256),
        CONSTRAINT old_part_photo_taken_before CHECK (taken_at <= recorded_at)
      );
      /* A JPEG does not become smaller by being compressed again. */
      ALTER TABLE old_part_photo ALTER COLUMN picture SET STORAGE EXTERNAL;
      CREATE TRIGGER old_part_photo_append_only BEFORE UPDATE OR DELETE ON old_part_photo
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER old_part_photo_never_emptied BEFORE TRUNCATE ON old_part_photo
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE INDEX old_part_by_fitting ON old_part (fitting_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX old_part_by_fitting; DROP TABLE old_part_photo');
  }
}
