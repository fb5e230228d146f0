import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Repair orders, their part lines, approvals, fittings, old parts and invoices. */
export class RepairOrders20261123010700 implements MigrationInterface {
  name = 'RepairOrders20261123010700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE repair_order (
        id uuid PRIMARY KEY,
        workshop_id uuid NOT NULL REFERENCES organisation,
        number text NOT NULL,
        version int NOT NULL CHECK (version > 0),
        status text NOT NULL CHECK (status IN ('draft', 'checked_in', 'estimated', 'approved', 'in_progress', 'on_hold', 'ready',
          'invoiced', 'delivered', 'closed', 'cancelled')),
        parent_number text,
        vin char(17) NOT NULL,
        plate text,
        model text,
        build_date date,
        owner_name text,
        owner_phone text,
        repair_category text CHECK (repair_category IN ('overhaul', 'major', 'minor')),
        odometer_in int CHECK (odometer_in >= 0),
        odometer_out int,
        opened_at timestamptz NOT NULL,
        pushed_at timestamptz NOT NULL,
        pushed_hash text NOT NULL,
        CONSTRAINT repair_order_number UNIQUE (workshop_id, number),
        CONSTRAINT odometer_never_back CHECK (odometer_out IS NULL OR odometer_in IS NULL OR odometer_out >= odometer_in)
      );
      CREATE INDEX repair_order_by_vin ON repair_order (vin);
      CREATE INDEX repair_order_by_status ON repair_order (workshop_id, status, id DESC);

      CREATE TABLE part_line (
        order_id uuid NOT NULL REFERENCES repair_order,
        line int NOT NULL CHECK (line > 0),
        concern text,
        cause text,
        correction text,
        fault_codes text[] NOT NULL DEFAULT '{}',
        part_id uuid REFERENCES part,
        part_number text NOT NULL,
        category text NOT NULL CHECK (category IN ('original', 'matching_quality', 'remanufactured', 'reused', 'customer_supplied')),
        position text,
        quantity int NOT NULL CHECK (quantity > 0),
        unit_price numeric(12, 2) CHECK (unit_price >= 0),
        pay_type text NOT NULL CHECK (pay_type IN ('customer', 'warranty', 'goodwill', 'insurance', 'internal')),
        removed_at timestamptz,
        PRIMARY KEY (order_id, line)
      );

      CREATE TABLE approval (
        id uuid PRIMARY KEY,
        order_id uuid NOT NULL,
        line int NOT NULL,
        requested_part_number text NOT NULL,
        part_number text NOT NULL,
        category text NOT NULL,
        quantity int NOT NULL CHECK (quantity > 0),
        price_cap numeric(12, 2),
        channel text NOT NULL CHECK (channel IN ('in_person', 'phone', 'message', 'signature', 'online')),
        content_hash text NOT NULL,
        approved_at timestamptz NOT NULL,
        recorded_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL,
        superseded_at timestamptz,
        FOREIGN KEY (order_id, line) REFERENCES part_line
      );
      CREATE UNIQUE INDEX approval_current ON approval (order_id, line) WHERE superseded_at IS NULL;

      CREATE TABLE allocation (
        id uuid PRIMARY KEY,
        unit_id bigint NOT NULL REFERENCES unit,
        order_id uuid NOT NULL,
        line int NOT NULL,
        allocated_by uuid NOT NULL,
        allocated_at timestamptz NOT NULL,
        closed_at timestamptz,
        closed_as text CHECK (closed_as IN ('fitted', 'returned')),
        FOREIGN KEY (order_id, line) REFERENCES part_line
      );
      CREATE UNIQUE INDEX unit_allocated_once ON allocation (unit_id) WHERE closed_at IS NULL;
      CREATE INDEX allocation_by_order ON allocation (order_id, line);

      CREATE TABLE fitting (
        id uuid PRIMARY KEY,
        order_id uuid NOT NULL,
        line int NOT NULL,
        unit_id bigint REFERENCES unit,
        part_id uuid REFERENCES part,
        lot text,
        without_code_reason text,
        quantity int NOT NULL DEFAULT 1 CHECK (quantity > 0),
        vin_scanned char(17),
        vehicle_vin char(17) NOT NULL,
        position text,
        odometer int CHECK (odometer >= 0),
        supersession jsonb,
        reason text,
        technician_id uuid NOT NULL,
        fitted_at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL,
        undone_at timestamptz,
        undone_by uuid,
        undo_reason text,
        removed_at timestamptz,
        removed_by_order uuid REFERENCES repair_order,
        FOREIGN KEY (order_id, line) REFERENCES part_line,
        CONSTRAINT fitting_of_a_unit_is_one CHECK (unit_id IS NULL OR quantity = 1),
        CONSTRAINT fitting_undone_with_reason CHECK ((undone_at IS NULL) = (undo_reason IS NULL))
      );
      CREATE UNIQUE INDEX unit_fitted_once ON fitting (unit_id) WHERE undone_at IS NULL AND removed_at IS NULL;
      CREATE INDEX fitting_by_unit ON fitting (unit_id, fitted_at DESC) WHERE unit_id IS NOT NULL;
      CREATE INDEX fitting_by_order ON fitting (order_id, line);
      CREATE INDEX fitting_by_vehicle ON fitting (vehicle_vin, part_id);

      CREATE TABLE old_part (
        id uuid PRIMARY KEY,
        order_id uuid NOT NULL,
        line int NOT NULL,
        fitting_id uuid REFERENCES fitting,
        unit_id bigint REFERENCES unit,
        outcome text NOT NULL CHECK (outcome IN ('with_owner', 'waived', 'none', 'core_return', 'warranty_return')),
        note text,
        recorded_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL,
        FOREIGN KEY (order_id, line) REFERENCES part_line
      );
      CREATE INDEX old_part_by_order ON old_part (order_id, line);

      CREATE TABLE invoice (
        id uuid PRIMARY KEY,
        order_id uuid NOT NULL REFERENCES repair_order,
        number text NOT NULL,
        version int NOT NULL CHECK (version > 0),
        token text NOT NULL,
        content jsonb NOT NULL,
        content_hash text NOT NULL,
        findings jsonb NOT NULL DEFAULT '[]',
        overrides jsonb NOT NULL DEFAULT '[]',
        issued_by uuid NOT NULL,
        issued_at timestamptz NOT NULL,
        seen_at timestamptz,
        CONSTRAINT invoice_version UNIQUE (order_id, version)
      );
      CREATE INDEX invoice_by_token ON invoice (token, version DESC);

      CREATE FUNCTION guard_invoice() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (to_jsonb(NEW) - 'seen_at') <> (to_jsonb(OLD) - 'seen_at') THEN
          RAISE EXCEPTION 'an issued invoice is never rewritten' USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_immutable';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER invoice_guard BEFORE UPDATE ON invoice FOR EACH ROW EXECUTE FUNCTION guard_invoice();
      CREATE TRIGGER invoice_never_deleted BEFORE DELETE ON invoice FOR EACH ROW EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE invoice, old_part, fitting, allocation, approval, part_line, repair_order;
      DROP FUNCTION guard_invoice();
    `);
  }
}
