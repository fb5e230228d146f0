import type { Sql } from '../database/database.ts';
import { ESCALATES_AT, ESCALATION_POLICY } from '../flags/escalation.ts';
import { openFindings } from '../flags/open-findings.query.ts';
import type { Finding } from '../flags/rule.ts';
import type { OrganisationId, RepairOrderId } from '../kernel/identifiers.ts';
import type { Words } from '../kernel/words.ts';
import type { InvoiceContent, InvoiceUnit } from '../repair-orders/invoice-content.ts';
import { photosByLine } from '../repair-orders/old-part-photo.query.ts';
import type { Override } from '../repair-orders/reconciliation.ts';
import type { UnitKey } from '../units/unit-lookup.ts';
import { checkHistory } from './check-history.query.ts';
import { ownerSanbao } from './owner-sanbao.query.ts';
import type { Satisfaction } from './satisfaction.ts';
import { unitWays } from './unit-way.query.ts';
import type { OwnerCase, StoredOwnerInvoice } from './owner-invoice.ts';

export interface InvoiceRow {
  readonly id: string;
  readonly order_id: RepairOrderId;
  readonly workshop_id: OrganisationId;
  readonly version: number;
  readonly content: InvoiceContent;
  readonly findings: readonly Finding[];
  readonly overrides: readonly Override[];
  readonly issued_at: Date;
  readonly content_hash: string;
}

/** The latest version behind a link. Tokens are made in upper case and read in any. */
export async function invoiceByToken(sql: Sql, token: string): Promise<InvoiceRow | undefined> {
  return sql.first<InvoiceRow>(
    `SELECT i.id, i.order_id, o.workshop_id, i.version, i.content, i.findings, i.overrides, i.issued_at, i.content_hash
       FROM invoice i JOIN repair_order o ON o.id = i.order_id
      WHERE i.token = $1 ORDER BY i.version DESC LIMIT 1`,
    [token.toUpperCase()],
  );
}

/** Everything the owner may learn of it, also what came to light after it was issued. */
export async function storedOwnerInvoice(sql: Sql, row: InvoiceRow): Promise<StoredOwnerInvoice> {
  const units = row.content.lines.flatMap((line) => line.units.flatMap(keyOf));
  const known = new Set(row.findings.map((finding) => `${finding.rule}/${finding.line ?? ''}`));
  const open = await openFindings(sql, row.order_id);
  const later = open.filter(({ finding }) => !known.has(`${finding.rule}/${finding.line ?? ''}`));
  const answers = await sql.rows<{ kind: string }>(
    'SELECT a.kind FROM owner_answer a JOIN invoice i ON i.id = a.invoice_id WHERE i.order_id = $1',
    [row.order_id],
  );
  return {
    content: row.content,
    version: row.version,
    issuedAt: row.issued_at,
    contentHash: row.content_hash,
    findings: row.findings,
    later: later.map(({ finding, firstAt }) => ({ ...finding, foundAt: firstAt })),
    overrides: row.overrides,
    earlierVersions: await earlierVersions(sql, row),
    photos: await photosByLine(sql, row.order_id),
    recalls: await openRecalls(sql, units),
    ways: await unitWays(sql, units, { workshopId: row.workshop_id, repairOrder: row.content.repairOrder }),
    checks: await checkHistory(sql, units),
    cases: await ownerCases(sql, row.order_id),
    isConfirmed: answers.some((answer) => answer.kind === 'confirm'),
    sanbao: await ownerSanbao(sql, row),
    satisfaction: (await satisfactionOf(sql, row.order_id)) ?? null,
  };
}

async function earlierVersions(sql: Sql, row: InvoiceRow): Promise<StoredOwnerInvoice['earlierVersions']> {
  const rows = await sql.rows<{ version: number; issued_at: Date; total: string }>(
    `SELECT version, issued_at, content #>> '{totals,total}' AS total FROM invoice
      WHERE order_id = $1 AND version < $2 ORDER BY version DESC`,
    [row.order_id, row.version],
  );
  return rows.map(({ version, issued_at, total }) => ({ version, issuedAt: issued_at.toISOString(), total }));
}

/** What bears no code cannot be looked up. */
const keyOf = ({ gtin, serial }: InvoiceUnit): UnitKey[] =>
  gtin === null || serial === null ? [] : [{ gtin, serial }];

async function openRecalls(sql: Sql, units: readonly UnitKey[]) {
  const rows = await sql.rows<{ serial: string; number: string; title: Words; opened_at: Date }>(
    `SELECT u.serial, r.number, json_build_object('zh', r.title_zh, 'en', r.title_en) AS title, r.opened_at
       FROM unnest($1::bpchar[], $2::bpchar[]) AS k(gtin, serial)
       JOIN unit u ON u.gtin = k.gtin AND u.serial = k.serial
       JOIN recall r ON r.part_id = u.part_id AND r.closed_at IS NULL AND (r.lot IS NULL OR r.lot = u.lot)`,
    [units.map(({ gtin }) => gtin), units.map(({ serial }) => serial)],
  );
  return new Map(
    rows.map(({ serial, number, title, opened_at }) => [serial, { number, title, since: opened_at.toISOString() }]),
  );
}

const satisfactionOf = (sql: Sql, orderId: RepairOrderId) =>
  sql.first<Satisfaction & Record<string, unknown>>('SELECT expected, received FROM satisfaction WHERE order_id = $1', [
    orderId,
  ]);

async function ownerCases(sql: Sql, orderId: RepairOrderId): Promise<OwnerCase[]> {
  return sql.rows<OwnerCase>(
    `SELECT c.number, c.status, min(a.line) AS line, min(a.reason) AS reason, c.opened_at AS "openedAt", c.due_at AS "dueAt",
            c.escalated_at AS "escalatedAt", ${ESCALATES_AT} AS "escalatesAt",
            (SELECT coalesce(json_agg(json_build_object('kind', e.kind, 'text', e.text, 'at', e.at, 'by', g.kind)
                                      ORDER BY e.at, e.id), '[]')
               FROM case_entry e LEFT JOIN organisation g ON g.id = e.author_organisation_id
              WHERE e.case_number = c.number AND e.is_shown_to_owner) AS entries
       FROM owner_answer a JOIN invoice i ON i.id = a.invoice_id JOIN case_file c ON c.number = a.case_number
       ${ESCALATION_POLICY}
      WHERE i.order_id = $1 GROUP BY c.number, y.thresholds ORDER BY c.opened_at, c.number`,
    [orderId],
  );
}
