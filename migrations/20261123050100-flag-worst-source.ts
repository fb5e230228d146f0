import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A flag says what its worst source says: that one is found without reading the others. */
export class FlagWorstSource20261123050100 implements MigrationInterface {
  name = 'FlagWorstSource20261123050100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX flag_source_by_flag;
      CREATE INDEX flag_source_by_flag ON flag_source (flag_id, level DESC, at, source);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX flag_source_by_flag;
      CREATE INDEX flag_source_by_flag ON flag_source (flag_id);
    `);
  }
}
