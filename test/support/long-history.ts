import type { Database } from '../../src/database/database.ts';

/** How often each rule was right and wrong. */
const RESOLVED = [
  { rule: 'K05', confirmed: 38, dismissed: 1, cause: 'human_error' },
  { rule: 'R02', confirmed: 61, dismissed: 4, cause: 'data_error' },
  { rule: 'K03', confirmed: 9, dismissed: 14, cause: 'late_upload' },
  { rule: 'R21', confirmed: 27, dismissed: 6, cause: 'rule_too_strict' },
  { rule: 'B01', confirmed: 3, dismissed: 2, cause: 'data_error' },
];
const READ = [
  { mode: 'wedge', scans: 640, unread: 6 },
  { mode: 'camera', scans: 310, unread: 21 },
  { mode: 'photo', scans: 40, unread: 9 },
];

/** Months of work in the demo organisations, for pages that count: resolved flags, readings, and disputes that were answered. */
export async function insertLongHistory(database: Database, now: Date): Promise<void> {
  for (const { rule, confirmed, dismissed, cause } of RESOLVED)
    await database.run(
      `INSERT INTO flag (id, rule, level, status, subject, maker_id, finding, first_at, last_at, resolved_by, resolved_at, cause, note)
       SELECT gen_random_uuid(), $1, 4, CASE WHEN n <= $2 THEN 'confirmed' ELSE 'dismissed' END, 'history:' || n, m.id, '{}',
              $5::timestamptz - interval '9 days', $5::timestamptz - interval '9 days', m.id, $5::timestamptz - interval '8 days',
              CASE WHEN n <= $2 THEN 'counterfeit' ELSE $4 END, 'looked at it'
         FROM organisation m, generate_series(1, $2::int + $3::int) AS n WHERE m.code = 'CH'`,
      [rule, confirmed, dismissed, cause, now],
    );
  for (const { mode, scans, unread } of READ)
    await database.run(
      `INSERT INTO scan (id, code, purpose, entry_mode, organisation_id, device, scanned_at, recorded_at, outcome, verdict)
       SELECT gen_random_uuid(), 'history', 'check', $1, o.id, $1 || '-' || n % 3, $4::timestamptz - interval '5 days',
              $4::timestamptz - interval '5 days', CASE WHEN n <= $3 THEN 'unreadable' ELSE 'consistent' END, '{}'
         FROM generate_series(1, $2::int) AS n
         JOIN (SELECT id, row_number() OVER (ORDER BY code) - 1 AS place FROM organisation
                WHERE code IN ('WH-HZ', 'WS-HZ-01', 'WS-HZ-02')) o ON o.place = n % 3`,
      [mode, scans, unread, now],
    );
  await database.run(
    `WITH opened AS (
       INSERT INTO case_file (number, kind, status, maker_id, workshop_id, title_zh, title_en, evidence, opened_at, due_at)
       SELECT 'C-2025-' || lpad(n::text, 6, '0'), 'dispute', 'answered', m.id, o.id, '车主有异议', 'The owner disputes', '{}',
              $1::timestamptz - interval '20 days', $1::timestamptz - interval '17 days'
         FROM organisation m, generate_series(1, 18) AS n
         JOIN (SELECT id, row_number() OVER (ORDER BY code) - 1 AS place FROM organisation WHERE kind = 'workshop') o
           ON o.place = n % 3
        WHERE m.code = 'CH' RETURNING number, opened_at)
     INSERT INTO case_entry (id, case_number, kind, text, is_shown_to_owner, at)
     SELECT gen_random_uuid(), number, 'answer', 'this is why', true,
            opened_at + make_interval(hours => 6 * right(number, 2)::int) FROM opened`,
    [now],
  );
}
