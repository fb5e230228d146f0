import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A maker sells some parts new and some remanufactured, each under a part number of its own. */
export class RemanufacturedParts20261123081000 implements MigrationInterface {
  name = 'RemanufacturedParts20261123081000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE part ADD supplied_as text NOT NULL DEFAULT 'original'
        CONSTRAINT part_supplied_as_known CHECK (supplied_as IN ('original', 'remanufactured'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE part DROP supplied_as');
  }
}
