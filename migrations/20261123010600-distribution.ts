import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Shipments, what was received of them, and cartons (SSCC) that hold units. */
export class Distribution20261123010600 implements MigrationInterface {
  name = 'Distribution20261123010600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE shipment (
        id uuid PRIMARY KEY,
        from_id uuid NOT NULL REFERENCES organisation,
        to_id uuid NOT NULL REFERENCES organisation,
        kind text NOT NULL CHECK (kind IN ('supply', 'return_new', 'return_old')),
        status text NOT NULL CHECK (status IN ('in_transit', 'received', 'voided')),
        reference text,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        received_at timestamptz,
        voided_at timestamptz,
        void_reason text,
        CONSTRAINT shipment_not_to_self CHECK (from_id <> to_id),
        CONSTRAINT shipment_voided_with_reason CHECK ((voided_at IS NULL) = (void_reason IS NULL)),
        CONSTRAINT shipment_status_has_its_time CHECK (
          (status <> 'received' OR received_at IS NOT NULL) AND (status <> 'voided' OR voided_at IS NOT NULL))
      );
      CREATE INDEX shipment_by_sender ON shipment (from_id, id DESC);
      CREATE INDEX shipment_by_consignee ON shipment (to_id, id DESC);

      CREATE TABLE shipment_unit (
        shipment_id uuid NOT NULL REFERENCES shipment,
        unit_id bigint NOT NULL REFERENCES unit,
        sscc char(18),
        received_at timestamptz,
        inspection jsonb,
        -- Missing when its receipt was closed. The unit is still on the road: it may arrive later, or be voided.
        short_at timestamptz,
        -- The journey is over: received, voided, or the unit was lost on the way.
        closed_at timestamptz,
        PRIMARY KEY (shipment_id, unit_id),
        CONSTRAINT received_unit_is_closed CHECK (received_at IS NULL OR closed_at IS NOT NULL)
      );
      CREATE UNIQUE INDEX unit_travels_once ON shipment_unit (unit_id) WHERE closed_at IS NULL;
      CREATE INDEX shipment_unit_by_unit ON shipment_unit (unit_id);
      CREATE INDEX shipment_unit_by_carton ON shipment_unit (sscc) WHERE sscc IS NOT NULL;

      CREATE TABLE carton (
        sscc char(18) PRIMARY KEY,
        organisation_id uuid NOT NULL REFERENCES organisation,
        sealed_at timestamptz,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX carton_by_organisation ON carton (organisation_id, created_at DESC);
      CREATE TABLE carton_unit (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        sscc char(18) NOT NULL REFERENCES carton,
        unit_id bigint NOT NULL REFERENCES unit,
        packed_at timestamptz NOT NULL,
        unpacked_at timestamptz
      );
      CREATE INDEX carton_unit_by_carton ON carton_unit (sscc, id);
      CREATE UNIQUE INDEX unit_packed_once ON carton_unit (unit_id) WHERE unpacked_at IS NULL;
      CREATE SEQUENCE carton_serial;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP SEQUENCE carton_serial;
      DROP TABLE carton_unit, carton, shipment_unit, shipment;
    `);
  }
}
