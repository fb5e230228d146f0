/**
 * Every id, name and free text in rows that belong to none of the organisations $1 (codes), one text a row. Numbers of
 * parts, public keys and words of the house are nobody's secret.
 */
export const SECRETS = `
WITH stranger AS (SELECT id FROM organisation WHERE code = ANY($1)),
     own_order AS (SELECT * FROM repair_order WHERE workshop_id NOT IN (SELECT id FROM stranger)),
     own_case AS (SELECT * FROM case_file
                   WHERE coalesce(workshop_id, maker_id) NOT IN (SELECT id FROM stranger)),
     text AS (
  SELECT unnest(ARRAY[id::text, number, vin, plate, owner_name, owner_phone]) AS secret FROM own_order
  UNION ALL SELECT unnest(ARRAY[concern, cause]) FROM part_line WHERE order_id IN (SELECT id FROM own_order)
  UNION ALL SELECT unnest(ARRAY[id::text, content_hash]) FROM approval WHERE order_id IN (SELECT id FROM own_order)
  UNION ALL SELECT id::text FROM allocation WHERE order_id IN (SELECT id FROM own_order)
  UNION ALL SELECT unnest(ARRAY[id::text, position, reason, undo_reason]) FROM fitting WHERE order_id IN (SELECT id FROM own_order)
  UNION ALL SELECT unnest(ARRAY[id::text, note]) FROM old_part WHERE order_id IN (SELECT id FROM own_order)
  UNION ALL SELECT ph.id::text FROM old_part_photo ph JOIN old_part p ON p.id = ph.old_part_id
             WHERE p.order_id IN (SELECT id FROM own_order)
  UNION ALL SELECT unnest(ARRAY[id::text, number, token, content_hash]) FROM invoice WHERE order_id IN (SELECT id FROM own_order)
  UNION ALL SELECT id::text FROM history_link WHERE order_id IN (SELECT id FROM own_order)
  UNION ALL SELECT id::text FROM scan WHERE organisation_id NOT IN (SELECT id FROM stranger)
  -- What a stranger has sent in as their own they know already.
  UNION ALL SELECT device FROM scan WHERE organisation_id NOT IN (SELECT id FROM stranger)
             AND device NOT IN (SELECT device FROM scan WHERE organisation_id IN (SELECT id FROM stranger) AND device IS NOT NULL)
  UNION ALL SELECT unnest(ARRAY[id::text, note, override_reason]) FROM flag
             WHERE coalesce(workshop_id, maker_id) NOT IN (SELECT id FROM stranger)
  UNION ALL SELECT number FROM own_case
  UNION ALL SELECT unnest(ARRAY[id::text, text]) FROM case_entry WHERE case_number IN (SELECT number FROM own_case)
  UNION ALL SELECT unnest(ARRAY[id::text, number, title_zh, title_en]) FROM recall WHERE maker_id NOT IN (SELECT id FROM stranger)
  UNION ALL SELECT unnest(ARRAY[id::text, email, name]) FROM account WHERE organisation_id NOT IN (SELECT id FROM stranger)
  UNION ALL SELECT unnest(ARRAY[id::text, name]) FROM api_key WHERE organisation_id NOT IN (SELECT id FROM stranger)
  UNION ALL SELECT unnest(ARRAY[id::text, order_number]) FROM batch WHERE warehouse_id NOT IN (SELECT id FROM stranger)
  UNION ALL SELECT unnest(ARRAY[id::text, reference]) FROM shipment
             WHERE from_id NOT IN (SELECT id FROM stranger) AND to_id NOT IN (SELECT id FROM stranger)
  UNION ALL SELECT sscc FROM carton WHERE organisation_id NOT IN (SELECT id FROM stranger)
  UNION ALL SELECT unnest(ARRAY[reason]) FROM unit_hold WHERE unit_id IN
             (SELECT id FROM unit WHERE custodian_id NOT IN (SELECT id FROM stranger))
  UNION ALL SELECT unnest(ARRAY[id::text, url, secret_hint]) FROM webhook WHERE organisation_id NOT IN (SELECT id FROM stranger)
  UNION ALL SELECT id::text FROM outbox_event WHERE organisation_id NOT IN (SELECT id FROM stranger)
  UNION ALL SELECT serial FROM unit WHERE custodian_id NOT IN (SELECT id FROM stranger)
)
SELECT DISTINCT secret FROM text WHERE length(secret) >= 2`;
