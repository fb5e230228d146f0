import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
INSERT INTO part_price (part_id, valid_from, list_price, currency)
SELECT p.id, (p.created_at AT TIME ZONE 'UTC')::date, p.list_price, p.currency FROM part p
 WHERE NOT EXISTS (SELECT FROM part_price r WHERE r.part_id = p.id);

ALTER TABLE part DROP COLUMN list_price, DROP COLUMN currency;

/* The one answer to what a part cost on a day: the price that began last. A planner puts it in place of its call. */
CREATE FUNCTION list_price_on(of_part uuid, on_day date) RETURNS SETOF part_price
  LANGUAGE sql STABLE PARALLEL SAFE ROWS 1 AS $$
  SELECT * FROM part_price WHERE part_id = of_part AND valid_from <= on_day ORDER BY valid_from DESC LIMIT 1
$$;
`;

/* Prices that were announced stay on record, though the earlier program knows them as the newest ones and no more. */
const DOWN = `
ALTER TABLE part
  ADD COLUMN list_price numeric(12, 2) CONSTRAINT part_list_price_positive CHECK (list_price > 0),
  ADD COLUMN currency char(3) CONSTRAINT part_currency_code CHECK (currency ~ '^[A-Z]{3}$');
UPDATE part p SET (list_price, currency) =
  (SELECT r.list_price, r.currency FROM list_price_on(p.id, (now() AT TIME ZONE 'UTC')::date) r);
ALTER TABLE part ALTER COLUMN list_price SET NOT NULL, ALTER COLUMN currency SET NOT NULL;
DROP FUNCTION list_price_on(uuid, date);
`;

/** A part's price is the one that began last: one that is announced needs nobody to switch it on at midnight. */
export class AnnouncedPrices20261123062000 implements MigrationInterface {
  name = 'AnnouncedPrices20261123062000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
