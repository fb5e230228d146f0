import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a look back at a unit needs where there is much of the past: the indexes there were covered only what is open now. And
 * whom one source asked about, without reading a day of everybody's checks.
 */
export class HistoryIndexes20261123050000 implements MigrationInterface {
  name = 'HistoryIndexes20261123050000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX allocation_by_unit ON allocation (unit_id);
      CREATE INDEX unit_hold_by_unit ON unit_hold (unit_id);
      CREATE INDEX scan_by_source ON scan (source_hash) WHERE source_hash IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX scan_by_source, unit_hold_by_unit, allocation_by_unit');
  }
}
