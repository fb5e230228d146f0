import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The origin that labels of this installation carry and are signed for: kept, because labels outlive settings. */
export class LabelOrigin20261123011600 implements MigrationInterface {
  name = 'LabelOrigin20261123011600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE label_origin (
        is_only boolean PRIMARY KEY DEFAULT true CONSTRAINT label_origin_is_one CHECK (is_only),
        origin  text NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE label_origin');
  }
}
