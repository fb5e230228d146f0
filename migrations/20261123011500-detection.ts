import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each flag rests on, where the background passes stand, and the indexes that detection looks by. */
export class Detection20261123011500 implements MigrationInterface {
  name = 'Detection20261123011500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE scan ADD COLUMN observed jsonb;
      -- Scans arrive in the order of their record time, so a few kilobytes tell which blocks hold a day.
      CREATE INDEX scan_by_record ON scan USING brin (recorded_at) WITH (pages_per_range = 16);
      -- What came late is looked at again, together with what followed it.
      CREATE INDEX scan_late ON scan (recorded_at) WHERE recorded_at - scanned_at >= interval '2 minutes';
      CREATE INDEX scan_with_place ON scan (unit_id, scanned_at)
        WHERE latitude IS NOT NULL AND organisation_id IS NOT NULL AND unit_id IS NOT NULL;

      -- One row for each occurrence of a flag: counted once, however often and in whatever order it is found.
      CREATE TABLE flag_source (
        rule text NOT NULL,
        subject text NOT NULL,
        source text NOT NULL,
        flag_id uuid NOT NULL REFERENCES flag,
        level int NOT NULL CHECK (level BETWEEN 1 AND 5),
        finding jsonb NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (rule, subject, source)
      );
      CREATE INDEX flag_source_by_flag ON flag_source (flag_id);
      CREATE INDEX flag_source_by_source ON flag_source (source);

      CREATE TABLE detection_pass (
        name text PRIMARY KEY,
        -- Everything recorded before this moment was looked at.
        done_until timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        finished_at timestamptz
      );

      CREATE INDEX carton_unit_by_unit ON carton_unit (unit_id);
      CREATE INDEX shipment_on_the_road ON shipment (created_at) WHERE status = 'in_transit';
      CREATE INDEX fitting_by_technician ON fitting (technician_id, fitted_at);
      CREATE INDEX fitting_by_record ON fitting (recorded_at);
      CREATE INDEX old_part_to_return ON old_part (recorded_at)
        WHERE outcome IN ('core_return', 'warranty_return') AND unit_id IS NOT NULL;
      CREATE INDEX case_unanswered ON case_file (due_at) WHERE status = 'open' AND kind <> 'investigation';
      DROP INDEX repair_order_by_vin;
      CREATE INDEX repair_order_by_vin ON repair_order (vin, opened_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX repair_order_by_vin;
      CREATE INDEX repair_order_by_vin ON repair_order (vin);
      DROP INDEX case_unanswered, old_part_to_return, fitting_by_record, fitting_by_technician, shipment_on_the_road,
        carton_unit_by_unit;
      DROP TABLE detection_pass, flag_source;
      DROP INDEX scan_with_place, scan_late, scan_by_record;
      ALTER TABLE scan DROP COLUMN observed;
    `);
  }
}
