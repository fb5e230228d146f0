import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What one rule has flagged on one maker's parts, for a test of it on the past. */
export class FlagSubject20261123020400 implements MigrationInterface {
  name = 'FlagSubject20261123020400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX flag_by_rule ON flag (maker_id, rule, first_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX flag_by_rule');
  }
}
