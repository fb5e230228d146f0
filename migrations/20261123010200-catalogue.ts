import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
/* GS1 General Specifications 7.9: the weighted sum of all digits, check digit included, is a multiple of ten. */
CREATE FUNCTION is_gtin14(gtin text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN gtin ~ '^[0-9]{14}$' THEN
    (SELECT sum(substr(gtin, i, 1)::int * CASE i % 2 WHEN 1 THEN 3 ELSE 1 END) % 10 = 0 FROM generate_series(1, 14) AS i)
  ELSE false END
$$;

CREATE TABLE part (
  id                   uuid PRIMARY KEY,
  maker_id             uuid NOT NULL CONSTRAINT part_maker_exists REFERENCES organisation (id),
  part_number          text NOT NULL CONSTRAINT part_number_normal CHECK (part_number ~ '^[A-Z0-9][A-Z0-9./-]{1,39}$'),
  name_zh              text NOT NULL CONSTRAINT part_name_zh_given CHECK (name_zh <> ''),
  name_en              text NOT NULL CONSTRAINT part_name_en_given CHECK (name_en <> ''),
  class                text NOT NULL CONSTRAINT part_class_known
                            CHECK (class IN ('safety', 'main', 'wear', 'body', 'fluid', 'small')),
  tracking             text NOT NULL CONSTRAINT part_tracking_known CHECK (tracking IN ('serial', 'lot', 'none')),
  gtin                 char(14) NOT NULL CONSTRAINT part_gtin_unique UNIQUE
                            CONSTRAINT part_gtin_true CHECK (is_gtin14(gtin)),
  is_gtin_allocated    boolean NOT NULL DEFAULT false,
  list_price           numeric(12, 2) NOT NULL CONSTRAINT part_list_price_positive CHECK (list_price > 0),
  currency             char(3) NOT NULL CONSTRAINT part_currency_code CHECK (currency ~ '^[A-Z]{3}$'),
  models               text[] NOT NULL DEFAULT '{}',
  quantity_per_vehicle int CONSTRAINT part_quantity_per_vehicle_positive CHECK (quantity_per_vehicle > 0),
  warranty_months      int CONSTRAINT part_warranty_months_range CHECK (warranty_months >= 0),
  warranty_km          int CONSTRAINT part_warranty_km_range CHECK (warranty_km >= 0),
  shelf_life_days      int CONSTRAINT part_shelf_life_days_positive CHECK (shelf_life_days > 0),
  is_active            boolean NOT NULL DEFAULT true,
  version              int NOT NULL DEFAULT 1,
  created_at           timestamptz NOT NULL DEFAULT now(),
  updated_at           timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT part_number_unique UNIQUE (maker_id, part_number),
  CONSTRAINT part_of_maker UNIQUE (maker_id, id)
);
/* Workshops look a bare part number up across makers. */
CREATE INDEX part_by_number ON part (part_number, id);

/* Every GTIN that a part ever had. A label printed under an older one still says which part it is on. */
CREATE TABLE part_gtin (
  gtin     char(14) PRIMARY KEY,
  part_id  uuid NOT NULL REFERENCES part (id),
  given_at timestamptz NOT NULL
);
CREATE INDEX part_gtin_by_part ON part_gtin (part_id);
CREATE TRIGGER part_gtin_append_only BEFORE UPDATE OR DELETE ON part_gtin
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER part_gtin_never_emptied BEFORE TRUNCATE ON part_gtin
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION record_part_gtin() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO part_gtin (gtin, part_id, given_at) VALUES (NEW.gtin, NEW.id, NEW.updated_at) ON CONFLICT (gtin) DO NOTHING;
  IF NOT EXISTS (SELECT FROM part_gtin WHERE gtin = NEW.gtin AND part_id = NEW.id) THEN
    RAISE EXCEPTION 'GTIN % was given to another part, and a GTIN is for life', NEW.gtin
      USING ERRCODE = 'unique_violation', TABLE = 'part', CONSTRAINT = 'part_gtin_for_life';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER part_gtin_recorded AFTER INSERT OR UPDATE OF gtin ON part
  FOR EACH ROW EXECUTE FUNCTION record_part_gtin();

/* A part keeps its number and its maker: units, labels and invoices name it. */
CREATE FUNCTION guard_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.part_number <> OLD.part_number OR NEW.maker_id <> OLD.maker_id THEN
    RAISE EXCEPTION 'a part keeps its number and its maker'
      USING ERRCODE = 'check_violation', TABLE = 'part', CONSTRAINT = 'part_identity_immutable';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER part_guard BEFORE UPDATE ON part FOR EACH ROW EXECUTE FUNCTION guard_part();

/* One row a maker. Whoever changes a maker's catalogue holds it, so that two changes never cross. */
CREATE TABLE maker_catalogue (
  maker_id       uuid PRIMARY KEY REFERENCES organisation (id),
  /* How many item references have been tried, counted from the top of the prefix's range; never goes back. */
  gtins_consumed bigint NOT NULL DEFAULT 0 CHECK (gtins_consumed >= 0)
);

CREATE TABLE part_price (
  part_id    uuid NOT NULL REFERENCES part (id),
  valid_from date NOT NULL,
  list_price numeric(12, 2) NOT NULL CONSTRAINT part_price_positive CHECK (list_price > 0),
  currency   char(3) NOT NULL CONSTRAINT part_price_currency_code CHECK (currency ~ '^[A-Z]{3}$'),
  PRIMARY KEY (part_id, valid_from)
);

CREATE TABLE supersession (
  maker_id    uuid NOT NULL,
  old_part_id uuid NOT NULL,
  new_part_id uuid NOT NULL,
  kind        text NOT NULL CONSTRAINT supersession_kind_known CHECK (kind IN ('one_way', 'two_way', 'kit', 'split')),
  ratio_old   int NOT NULL DEFAULT 1 CONSTRAINT supersession_ratio_old_positive CHECK (ratio_old > 0),
  ratio_new   int NOT NULL DEFAULT 1 CONSTRAINT supersession_ratio_new_positive CHECK (ratio_new > 0),
  /* Null: for as long as both parts exist. */
  valid_from  date,
  /* The last day; null: until further notice. */
  valid_to    date,
  CONSTRAINT supersession_of_two_parts CHECK (old_part_id <> new_part_id),
  CONSTRAINT supersession_dates_in_order CHECK (valid_from <= valid_to),
  CONSTRAINT supersession_old_part_of_maker FOREIGN KEY (maker_id, old_part_id) REFERENCES part (maker_id, id),
  CONSTRAINT supersession_new_part_of_maker FOREIGN KEY (maker_id, new_part_id) REFERENCES part (maker_id, id)
);
/* Two parts stand in one relation at a time, whichever way round it is written. */
CREATE UNIQUE INDEX supersession_once ON supersession
  (least(old_part_id, new_part_id), greatest(old_part_id, new_part_id), valid_from) NULLS NOT DISTINCT;
CREATE INDEX supersession_by_maker ON supersession (maker_id);
CREATE INDEX supersession_by_new_part ON supersession (new_part_id);
CREATE INDEX supersession_by_old_part ON supersession (old_part_id);
`;

const DOWN = `
DROP TABLE supersession, part_price, maker_catalogue, part_gtin, part;
DROP FUNCTION guard_part(), record_part_gtin(), is_gtin14(text);
`;

/** What makers sell: parts and their GTINs, prices with dates, and which part replaces which. */
export class Catalogue20261123010200 implements MigrationInterface {
  name = 'Catalogue20261123010200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
