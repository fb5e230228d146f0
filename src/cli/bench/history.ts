import type { Client } from 'pg';

/** One of so many lives is read by somebody elsewhere after it was fitted. */
export const COPIED_ONE_IN = 500;
/** All that is told of one of so many lives is told an hour late: four readings in a hundred, as in the simulated country. */
const LATE_ONE_IN = 25;
/** People who fit; what one of them does on a day is looked at together. */
const TECHNICIANS = 500;
const A_SHIPMENT = 500;
const DAYS = 90;

/** A row of the life that was lived becomes a row of each copy: the same, but for these columns. */
interface CopiedRow {
  readonly table: string;
  /** Which rows of the table `m` belong to the life; `u` is its unit, `o` its order. */
  readonly of: string;
  /** Columns, each as SQL on `m` and the copy `c`. */
  readonly own: Readonly<Record<string, string>>;
  /** Copies that have this row; left out: all. */
  readonly for?: string;
}

const shifted = (...columns: readonly string[]): Record<string, string> =>
  Object.fromEntries(columns.map((column) => [column, `m.${column} + c.shift`]));
const OF_UNIT = 'm.unit_id = u.id';
const OF_ORDER = 'm.order_id = o.id';
const NEW_ID = { id: 'uuidv7(c.shift)' };
const UNIT = { unit_id: 'c.unit_id' };
const ORDER = { order_id: 'c.order_id' };

const ROWS: readonly CopiedRow[] = [
  // The signature is the first one's: to a scan a label is true when its text is the text that was printed.
  {
    table: 'unit',
    of: 'm.id = u.id',
    own: { id: 'c.unit_id', serial: 'c.serial', ordinal: 'c.n + 1', ...shifted('issued_at') },
  },
  {
    table: 'unit_event',
    of: OF_UNIT,
    own: { ...UNIT, ...shifted('at', 'recorded_at') },
    for: "m.type <> 'hold_placed'",
  },
  {
    table: 'shipment_unit',
    of: OF_UNIT,
    own: { ...UNIT, shipment_id: 'c.shipment_id', ...shifted('received_at', 'closed_at') },
  },
  {
    table: 'repair_order',
    of: 'm.id = o.id',
    own: {
      id: 'c.order_id',
      number: "'BENCH-' || c.n",
      vin: "'LCHARE3K8AN' || lpad(c.n::text, 6, '0')",
      ...shifted('opened_at', 'pushed_at'),
    },
  },
  { table: 'part_line', of: OF_ORDER, own: ORDER },
  { table: 'approval', of: OF_ORDER, own: { ...NEW_ID, ...ORDER, ...shifted('approved_at', 'recorded_at') } },
  { table: 'allocation', of: OF_UNIT, own: { ...NEW_ID, ...UNIT, ...ORDER, ...shifted('allocated_at', 'closed_at') } },
  {
    table: 'fitting',
    of: OF_UNIT,
    own: {
      id: 'c.fitting_id',
      ...UNIT,
      ...ORDER,
      technician_id: 'c.technician_id',
      vehicle_vin: "'LCHARE3K8AN' || lpad(c.n::text, 6, '0')",
      ...shifted('fitted_at', 'recorded_at'),
    },
  },
  {
    table: 'old_part',
    of: OF_ORDER,
    own: { ...NEW_ID, ...ORDER, fitting_id: 'c.fitting_id', ...shifted('recorded_at') },
  },
  {
    table: 'scan',
    of: OF_UNIT,
    own: {
      ...NEW_ID,
      ...UNIT,
      serial: 'c.serial',
      code: 'replace(m.code, u.serial, c.serial)',
      verdict: 'replace(m.verdict::text, u.serial, c.serial)::jsonb',
      order_id: 'CASE WHEN m.order_id IS NOT NULL THEN c.order_id END',
      content_hash: 'NULL',
      // Every owner has a telephone of their own.
      source_hash:
        "CASE WHEN m.source_hash IS NOT NULL THEN '\\x' || encode(sha256(('owner ' || c.n)::bytea), 'hex') END",
      scanned_at: 'm.scanned_at + c.shift',
      recorded_at: 'm.recorded_at + c.shift + c.late_by',
    },
    for: `m.organisation_id IS DISTINCT FROM (SELECT id FROM organisation WHERE code = 'WS-HZ-02') OR c.n % ${COPIED_ONE_IN} = 0`,
  },
];

const COPIES = `
CREATE TEMPORARY TABLE life AS
SELECT n, u.last_id + n AS unit_id, '0BENCH' || lpad(upper(to_hex(n)), 6, '0') AS serial,
       gen_random_uuid() AS order_id, gen_random_uuid() AS fitting_id, md5('shipment' || n / ${A_SHIPMENT})::uuid AS shipment_id,
       md5('technician' || n % ${TECHNICIANS})::uuid AS technician_id,
       make_interval(secs => -86400.0 * ${DAYS} * ($2::int - n + 1) / $2) AS shift,
       CASE WHEN n % ${LATE_ONE_IN} = 0 THEN interval '1 hour' ELSE interval '0' END AS late_by
  FROM generate_series(1, $2::int) n, (SELECT max(id) AS last_id FROM unit) u
 WHERE EXISTS (SELECT FROM unit WHERE serial = $1)`;

/** Every copy of a shipment carries many of the copies. */
const SHIPMENTS = `
INSERT INTO shipment SELECT r.*
  FROM (SELECT shipment_id, min(shift) AS shift FROM life GROUP BY 1) c
 CROSS JOIN shipment m
 CROSS JOIN LATERAL jsonb_populate_record(m, jsonb_build_object('id', c.shipment_id, 'created_at', m.created_at + c.shift,
                                                                 'received_at', m.received_at + c.shift)) r
 WHERE m.id = (SELECT su.shipment_id FROM shipment_unit su JOIN unit u ON u.id = su.unit_id WHERE u.serial = $1)`;

/**
 * A long past: one life that was truly lived, and copies of it, each with a unit, an order, a car and days of its own.
 * @param serial of the unit that lived.
 * @param scans at least so many of them there are afterwards.
 */
export async function makeHistory(client: Client, serial: string, scans: number): Promise<void> {
  const { rows } = await client.query<{ of: number }>(
    'SELECT count(*)::int AS of FROM scan s JOIN unit u ON u.id = s.unit_id WHERE u.serial = $1',
    [serial],
  );
  // The reading elsewhere is in few of them.
  const copies = Math.ceil(scans / (rows[0]!.of - 1));
  await client.query(COPIES, [serial, copies]);
  await client.query(SHIPMENTS, [serial]);
  for (const row of ROWS) await client.query(copying(row), [serial]);
  await client.query('VACUUM ANALYZE');
}

function copying({ table, of, own, for: which = 'true' }: CopiedRow): string {
  const columns = Object.entries(own).map(([column, value]) => `'${column}', ${value}`);
  return `
INSERT INTO ${table} ${table === 'unit' ? 'OVERRIDING SYSTEM VALUE' : ''} SELECT r.*
  FROM life c
 CROSS JOIN (SELECT * FROM unit WHERE serial = $1) u
  LEFT JOIN repair_order o ON o.id = (SELECT f.order_id FROM fitting f WHERE f.unit_id = u.id)
  JOIN ${table} m ON ${of}
 CROSS JOIN LATERAL jsonb_populate_record(m, jsonb_build_object(${columns.join(', ')})) r
 WHERE ${which} ORDER BY c.n`;
}
