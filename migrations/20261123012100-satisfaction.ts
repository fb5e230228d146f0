import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What owners expected of a repair and what they received, once for each invoice link. */
export class Satisfaction20261123012100 implements MigrationInterface {
  name = 'Satisfaction20261123012100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      /* One row an order: all versions of its invoice share one link. */
      CREATE TABLE satisfaction (
        order_id uuid PRIMARY KEY REFERENCES repair_order,
        expected int NOT NULL CONSTRAINT satisfaction_expected_in_scale CHECK (expected BETWEEN 1 AND 5),
        received int NOT NULL CONSTRAINT satisfaction_received_in_scale CHECK (received BETWEEN 1 AND 5),
        said_at  timestamptz NOT NULL
      );
      CREATE TRIGGER satisfaction_append_only BEFORE UPDATE OR DELETE ON satisfaction
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      /* Nothing ever wrote it. */
      ALTER TABLE owner_answer DROP COLUMN satisfaction;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE owner_answer ADD COLUMN satisfaction jsonb;
      DROP TABLE satisfaction;
    `);
  }
}
