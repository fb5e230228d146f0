import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A part that comes out has its kilometres, as one that goes in has. */
export class RemovalOdometer20261123080000 implements MigrationInterface {
  name = 'RemovalOdometer20261123080000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE fitting ADD COLUMN removed_odometer int CHECK (removed_odometer >= 0)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE fitting DROP COLUMN removed_odometer');
  }
}
