import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sightings (who read which label, where, when), flags, cases, recall campaigns, rule policy and the owner's answers. */
export class SightingsAndFlags20261123010800 implements MigrationInterface {
  name = 'SightingsAndFlags20261123010800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE scan (
        id uuid PRIMARY KEY,
        unit_id bigint,
        gtin char(14),
        serial char(12),
        code text NOT NULL,
        purpose text NOT NULL CHECK (purpose IN ('receive', 'check', 'fit', 'return', 'audit', 'public')),
        entry_mode text CHECK (entry_mode IN ('camera', 'wedge', 'typed', 'photo')),
        organisation_id uuid,
        actor_id uuid,
        source_hash bytea,
        device text,
        device_counter bigint,
        latitude numeric(8, 5),
        longitude numeric(8, 5),
        order_id uuid,
        line int,
        content_hash bytea,
        scanned_at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL,
        outcome text NOT NULL,
        verdict jsonb NOT NULL
      );
      CREATE INDEX scan_by_unit ON scan (unit_id, scanned_at DESC) WHERE unit_id IS NOT NULL;
      CREATE INDEX scan_of_unknown ON scan (serial, gtin) WHERE unit_id IS NULL AND serial IS NOT NULL;
      CREATE INDEX scan_by_device ON scan (organisation_id, device, device_counter) WHERE device_counter IS NOT NULL;
      CREATE INDEX scan_by_order ON scan (order_id, line) WHERE order_id IS NOT NULL;
      CREATE TRIGGER scan_append_only BEFORE UPDATE OR DELETE ON scan FOR EACH ROW EXECUTE FUNCTION refuse_change();

      CREATE SEQUENCE case_serial;
      CREATE TABLE case_file (
        number text PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('investigation', 'dispute', 'complaint')),
        status text NOT NULL CHECK (status IN ('open', 'answered', 'closed')),
        maker_id uuid REFERENCES organisation,
        workshop_id uuid REFERENCES organisation,
        unit_id bigint,
        order_id uuid,
        title_zh text NOT NULL,
        title_en text NOT NULL,
        evidence jsonb NOT NULL,
        opened_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        closed_at timestamptz
      );
      CREATE INDEX case_by_maker ON case_file (maker_id, opened_at DESC);
      CREATE INDEX case_by_workshop ON case_file (workshop_id, opened_at DESC);
      CREATE TABLE case_entry (
        id uuid PRIMARY KEY,
        case_number text NOT NULL REFERENCES case_file,
        kind text NOT NULL CHECK (kind IN ('note', 'answer', 'call_back', 'evidence', 'resolution', 'owner')),
        text text NOT NULL,
        author_organisation_id uuid,
        author_id uuid,
        is_shown_to_owner boolean NOT NULL DEFAULT false,
        at timestamptz NOT NULL
      );
      CREATE INDEX case_entry_by_case ON case_entry (case_number, at);
      CREATE TRIGGER case_entry_append_only BEFORE UPDATE OR DELETE ON case_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();

      CREATE TABLE flag (
        id uuid PRIMARY KEY,
        rule text NOT NULL,
        level int NOT NULL CHECK (level BETWEEN 1 AND 5),
        status text NOT NULL CHECK (status IN ('open', 'prevented', 'confirmed', 'dismissed')),
        subject text NOT NULL,
        unit_id bigint,
        part_id uuid,
        maker_id uuid,
        workshop_id uuid,
        order_id uuid,
        line int,
        scan_id uuid,
        finding jsonb NOT NULL,
        override_reason text,
        overridden_by uuid,
        count int NOT NULL DEFAULT 1,
        first_at timestamptz NOT NULL,
        last_at timestamptz NOT NULL,
        case_number text REFERENCES case_file,
        resolved_by uuid,
        resolved_at timestamptz,
        cause text,
        note text
      );
      CREATE UNIQUE INDEX flag_once_per_subject ON flag (rule, subject, status) WHERE status IN ('open', 'prevented');
      CREATE INDEX flag_by_maker ON flag (maker_id, id DESC);
      CREATE INDEX flag_by_workshop ON flag (workshop_id, id DESC);
      CREATE INDEX flag_by_order ON flag (order_id) WHERE order_id IS NOT NULL;
      CREATE INDEX flag_by_unit ON flag (unit_id) WHERE unit_id IS NOT NULL;

      CREATE TABLE rule_policy (
        maker_id uuid NOT NULL REFERENCES organisation,
        rule text NOT NULL,
        is_on boolean NOT NULL DEFAULT true,
        level int CHECK (level BETWEEN 1 AND 5),
        thresholds jsonb NOT NULL DEFAULT '{}',
        changed_by uuid NOT NULL,
        changed_at timestamptz NOT NULL,
        PRIMARY KEY (maker_id, rule)
      );

      CREATE TABLE recall (
        id uuid PRIMARY KEY,
        maker_id uuid NOT NULL REFERENCES organisation,
        number text NOT NULL,
        part_id uuid NOT NULL REFERENCES part,
        lot text,
        title_zh text NOT NULL,
        title_en text NOT NULL,
        opened_by uuid NOT NULL,
        opened_at timestamptz NOT NULL,
        closed_at timestamptz,
        CONSTRAINT recall_number UNIQUE (maker_id, number)
      );
      CREATE INDEX recall_open ON recall (part_id) WHERE closed_at IS NULL;

      CREATE TABLE owner_answer (
        id uuid PRIMARY KEY,
        invoice_id uuid NOT NULL REFERENCES invoice,
        kind text NOT NULL CHECK (kind IN ('confirm', 'dispute')),
        line int,
        reason text,
        text text,
        satisfaction jsonb,
        case_number text REFERENCES case_file,
        at timestamptz NOT NULL
      );
      CREATE INDEX owner_answer_by_invoice ON owner_answer (invoice_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE owner_answer, recall, rule_policy, flag, case_entry, case_file, scan;
      DROP SEQUENCE case_serial;
    `);
  }
}
