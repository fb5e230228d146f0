import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many hash partitions the ledger has. Every hot query names the unit, so one partition answers it. */
const PARTITIONS = 8;

/** Batches, units, their append-only ledger and their holds. */
export class Units20261123010500 implements MigrationInterface {
  name = 'Units20261123010500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE batch (
        id uuid PRIMARY KEY,
        maker_id uuid NOT NULL REFERENCES organisation,
        warehouse_id uuid NOT NULL REFERENCES organisation,
        part_id uuid NOT NULL REFERENCES part,
        quantity int NOT NULL CONSTRAINT batch_quantity CHECK (quantity BETWEEN 1 AND 1000000),
        issued int NOT NULL DEFAULT 0,
        lot text,
        order_number text,
        consignee_id uuid REFERENCES organisation,
        status text NOT NULL CHECK (status IN ('queued', 'running', 'issued', 'cancelled', 'failed')),
        failure jsonb,
        expires_on date,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        cancelled_by uuid,
        cancelled_at timestamptz,
        cancel_reason text,
        -- Nothing is left to do in the background: every label minted, or, once cancelled, every unused one voided.
        finished_at timestamptz,
        CONSTRAINT batch_not_over_issued CHECK (issued BETWEEN 0 AND quantity),
        CONSTRAINT batch_failed_for_a_reason CHECK ((status = 'failed') = (failure IS NOT NULL)),
        CONSTRAINT batch_cancelled_by_somebody CHECK (
          (status = 'cancelled') = (cancelled_at IS NOT NULL AND cancelled_by IS NOT NULL AND cancel_reason IS NOT NULL)),
        CONSTRAINT batch_finished_when_complete CHECK (status <> 'issued' OR (issued = quantity AND finished_at IS NOT NULL))
      );
      CREATE INDEX batch_unfinished ON batch (id) WHERE finished_at IS NULL;
      CREATE INDEX batch_by_order ON batch (maker_id, order_number, part_id) WHERE order_number IS NOT NULL;
      CREATE INDEX batch_by_warehouse ON batch (warehouse_id, id DESC);
      CREATE INDEX batch_by_maker ON batch (maker_id, id DESC);

      CREATE TABLE dispatch_order_line (
        maker_id uuid NOT NULL REFERENCES organisation,
        order_number text NOT NULL,
        part_id uuid NOT NULL REFERENCES part,
        lot text,
        consignee_id uuid REFERENCES organisation,
        quantity int NOT NULL CHECK (quantity > 0),
        imported_by uuid NOT NULL,
        imported_at timestamptz NOT NULL,
        CONSTRAINT dispatch_order_line_once UNIQUE NULLS NOT DISTINCT (maker_id, order_number, part_id, lot, consignee_id)
      );

      CREATE TABLE label_reprint (
        id uuid PRIMARY KEY,
        batch_id uuid NOT NULL REFERENCES batch,
        from_ordinal int NOT NULL,
        to_ordinal int NOT NULL CHECK (to_ordinal >= from_ordinal),
        reason text NOT NULL CHECK (reason <> ''),
        printed_by uuid NOT NULL,
        printed_at timestamptz NOT NULL
      );
      CREATE INDEX label_reprint_by_batch ON label_reprint (batch_id, id DESC);

      CREATE TABLE unit (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        gtin char(14) NOT NULL,
        serial char(12) NOT NULL,
        maker_id uuid NOT NULL,
        -- The batch's part, which refers to the catalogue; it is copied in the statement that mints the unit and never
        -- changes. A foreign key here would ask for the same row again a million times: a tenth of minting.
        part_id uuid NOT NULL,
        lot text,
        batch_id uuid NOT NULL,
        ordinal int NOT NULL,
        kid text NOT NULL,
        signature bytea NOT NULL CHECK (length(signature) = 64),
        state text NOT NULL CHECK (state IN ('issued', 'voided', 'in_stock', 'in_transit', 'allocated', 'fitted', 'removed',
          'with_owner', 'waived', 'core_return', 'warranty_return', 'received_old', 'missing', 'destroyed')),
        custodian_id uuid NOT NULL,
        last_seq int NOT NULL DEFAULT 1,
        expires_on date,
        issued_at timestamptz NOT NULL,
        CONSTRAINT unit_serial_once UNIQUE (serial, gtin),
        CONSTRAINT unit_ordinal_once UNIQUE (batch_id, ordinal)
      );
      CREATE INDEX unit_by_custodian ON unit (custodian_id, state, id);
      CREATE INDEX unit_by_lot ON unit (part_id, lot);

      CREATE FUNCTION guard_unit() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.gtin <> OLD.gtin OR NEW.serial <> OLD.serial OR NEW.signature <> OLD.signature THEN
          RAISE EXCEPTION 'a label is never rewritten' USING ERRCODE = 'check_violation', CONSTRAINT = 'unit_label_immutable';
        END IF;
        IF NEW.part_id <> OLD.part_id OR (OLD.state <> 'issued' AND NEW.lot IS DISTINCT FROM OLD.lot) THEN
          RAISE EXCEPTION 'the part is immutable, its lot after commissioning'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'unit_part_immutable';
        END IF;
        IF NEW.last_seq NOT IN (OLD.last_seq, OLD.last_seq + 1)
           OR ((NEW.state <> OLD.state OR NEW.custodian_id <> OLD.custodian_id) AND NEW.last_seq = OLD.last_seq) THEN
          RAISE EXCEPTION 'a unit moves only together with its ledger' USING ERRCODE = 'check_violation', CONSTRAINT = 'unit_moves_with_ledger';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER unit_guard BEFORE UPDATE ON unit FOR EACH ROW EXECUTE FUNCTION guard_unit();
      CREATE TRIGGER unit_never_deleted BEFORE DELETE ON unit FOR EACH ROW EXECUTE FUNCTION refuse_change();

      CREATE TABLE unit_event (
        unit_id bigint NOT NULL,
        seq int NOT NULL CHECK (seq > 0),
        type text NOT NULL,
        from_state text,
        to_state text NOT NULL,
        at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL,
        organisation_id uuid NOT NULL,
        custodian_id uuid NOT NULL,
        actor_id uuid,
        reference text,
        detail jsonb,
        PRIMARY KEY (unit_id, seq)
      ) PARTITION BY HASH (unit_id);
    `);
    for (let i = 0; i < PARTITIONS; i++) {
      await runner.query(
        // Row triggers of the ledger reach its partitions by themselves; those against TRUNCATE do not.
        `CREATE TABLE unit_event_${i} PARTITION OF unit_event FOR VALUES WITH (MODULUS ${PARTITIONS}, REMAINDER ${i});
         CREATE TRIGGER unit_event_never_emptied BEFORE TRUNCATE ON unit_event_${i}
           FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`,
      );
    }
    await runner.query(`
      CREATE TRIGGER unit_event_append_only BEFORE UPDATE OR DELETE ON unit_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER unit_event_never_emptied BEFORE TRUNCATE ON unit_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      CREATE TABLE unit_hold (
        id uuid PRIMARY KEY,
        unit_id bigint NOT NULL REFERENCES unit,
        kind text NOT NULL CHECK (kind IN ('recall', 'quarantine', 'stolen', 'clone_suspected', 'clone_confirmed', 'dispute',
          'expired', 'key_compromised')),
        reason text NOT NULL,
        case_number text,
        placed_by uuid,
        placed_at timestamptz NOT NULL,
        first_cleared_by uuid,
        first_cleared_at timestamptz,
        first_clearing_reason text,
        clearing_case_number text,
        cleared_by uuid,
        cleared_at timestamptz,
        clearing_reason text,
        CONSTRAINT hold_cleared_by_two CHECK (
          cleared_at IS NULL OR kind NOT IN ('clone_confirmed', 'key_compromised')
          OR (first_cleared_by IS NOT NULL AND cleared_by IS NOT NULL AND first_cleared_by <> cleared_by))
      );
      CREATE UNIQUE INDEX hold_open_once ON unit_hold (unit_id, kind) WHERE cleared_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE unit_hold, unit_event, unit, label_reprint, dispatch_order_line, batch;
      DROP FUNCTION guard_unit();
    `);
  }
}
