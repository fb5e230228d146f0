import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links by which an owner lets somebody read which parts a car was given. */
export class HistoryLinks20261123060000 implements MigrationInterface {
  name = 'HistoryLinks20261123060000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE history_link (
        id           uuid PRIMARY KEY,
        /* Whose invoice gave the right to it; the car is this order's. */
        order_id     uuid NOT NULL REFERENCES repair_order,
        /* SHA-256: the link itself is shown once and kept nowhere. */
        token_hash   bytea NOT NULL CONSTRAINT history_link_token UNIQUE,
        made_at      timestamptz NOT NULL,
        expires_at   timestamptz NOT NULL,
        revoked_at   timestamptz,
        times_opened int NOT NULL DEFAULT 0,
        CONSTRAINT history_link_ends CHECK (expires_at > made_at)
      );
      CREATE INDEX history_link_by_order ON history_link (order_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE history_link');
  }
}
