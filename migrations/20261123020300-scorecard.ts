import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the scorecard counts by: flags when they were resolved, those that are open, and disputes of a period. */
export class Scorecard20261123020300 implements MigrationInterface {
  name = 'Scorecard20261123020300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX flag_by_resolution ON flag (resolved_at) WHERE resolved_at IS NOT NULL;
      CREATE INDEX flag_resolved_by_maker ON flag (maker_id, resolved_at) WHERE resolved_at IS NOT NULL;
      CREATE INDEX flag_open_by_maker ON flag (maker_id, rule) WHERE status = 'open';
      CREATE INDEX case_of_owners ON case_file (opened_at) WHERE kind <> 'investigation';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX case_of_owners, flag_open_by_maker, flag_resolved_by_maker, flag_by_resolution');
  }
}
