import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.ts';
import { AuditService } from '../auth/audit.service.ts';
import { Database, type Sql } from '../database/database.ts';
import { CURSOR, decodeCursor, type Page, pageOf } from '../http/paging.ts';
import { Clock } from '../kernel/clock.ts';
import { lockUnitInSight } from '../units/unit-sight.ts';
import { caseNotFound } from '../units/units.refusals.ts';
import type {
  CaseDto,
  CaseEntryDto,
  CaseListItemDto,
  CasesQuery,
  FlagOfCase,
  OpenCaseDto,
  WrittenEntry,
} from './case.dto.ts';
import { whyNotClosed } from './case-closing.ts';
import { fileCase } from './case-opening.ts';
import { closeCase, markAnswered, writeEntry } from './case-steps.ts';
import { CaseClosed } from './flags.refusals.ts';

interface CaseFilter {
  readonly number?: string;
  readonly status?: string;
  readonly kind?: string;
  readonly after?: readonly [openedAt: string, number: string];
  readonly limit: number;
}

/** Investigations, disputes and complaints: what was found, what was answered, until when, and how it ended. */
@Injectable()
export class CasesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /** Newest first. */
  async page(actor: Actor, query: CasesQuery): Promise<Page<CaseListItemDto>> {
    const after = decodeCursor(query.after, [CURSOR.instant, CURSOR.text]) as [string, string] | undefined;
    const rows = await casesFor(this.database, actor, { ...query, after, limit: query.limit + 1 }, this.clock.now());
    return pageOf(
      rows,
      query.limit,
      (row) => [row.openedAt.toISOString(), row.number],
      ({ evidence: _, ...shown }) => shown,
    );
  }

  /** @throws Refusal CASE_NOT_FOUND, also for a case that concerns somebody else */
  async get(actor: Actor, number: string): Promise<CaseDto> {
    const [file] = await casesFor(this.database, actor, { number, limit: 1 }, this.clock.now());
    if (!file) throw caseNotFound();
    const entries = await this.database.rows<WrittenEntry>(
      `SELECT e.kind, e.text, e.at, e.is_shown_to_owner AS "isShownToOwner",
              CASE WHEN e.author_organisation_id = $2 THEN coalesce(a.name, g.code) ELSE g.code END AS by
         FROM case_entry e
         LEFT JOIN organisation g ON g.id = e.author_organisation_id
         LEFT JOIN account a ON a.id = e.author_id
        WHERE e.case_number = $1 ORDER BY e.at, e.id`,
      [number, actor.organisation.id],
    );
    const flags = await this.database.rows<FlagOfCase>(
      'SELECT id, rule, level, status, finding, count, last_at AS "lastAt" FROM flag WHERE case_number = $1 ORDER BY id',
      [number],
    );
    return { ...file, entries, flags };
  }

  /** Opens an investigation by hand, where no rule did. Gives its number. */
  async open(actor: Actor, { title, unit, text }: OpenCaseDto): Promise<string> {
    return this.database.transaction(async (tx) => {
      const found = unit && (await lockUnitInSight(tx, actor, unit));
      const now = this.clock.now();
      const { number } = await fileCase(tx, now, {
        kind: 'investigation',
        title: { zh: title, en: title },
        makerId: actor.organisation.id,
        workshopId: null,
        unitId: found?.id ?? null,
        orderId: null,
        evidence: { openedBy: 'hand', ...unit },
      });
      const note = { kind: 'note', text, isShownToOwner: false } as const;
      await writeEntry(tx, now, number, note, { organisationId: actor.organisation.id, id: actor.id });
      await this.audit.record(tx, actor, 'case.opened', number);
      return number;
    });
  }

  /** @throws Refusal CASE_NOT_FOUND, CASE_CLOSED, NOT_YOURS_TO_CLOSE, ANSWER_OWED */
  async add(actor: Actor, number: string, entry: CaseEntryDto): Promise<void> {
    await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      await tx.rows('SELECT number FROM case_file WHERE number = $1 FOR UPDATE', [number]);
      const [file] = await casesFor(tx, actor, { number, limit: 1 }, now);
      if (!file) throw caseNotFound();
      if (file.status === 'closed') throw new CaseClosed();
      const closes = entry.kind === 'resolution';
      const refusal = closes ? whyNotClosed(actor.organisation.kind, file) : null;
      if (refusal) throw refusal;
      const answers = entry.kind === 'answer' || entry.kind === 'call_back';
      const isForOwner = answers || (closes && file.kind !== 'investigation');
      const written = { ...entry, isShownToOwner: isForOwner || entry.isShownToOwner === true };
      await writeEntry(tx, now, number, written, { organisationId: actor.organisation.id, id: actor.id });
      if (closes) await closeCase(tx, now, number);
      else if (answers) await markAnswered(tx, now, number);
      await this.audit.record(tx, actor, `case.${entry.kind}`, number);
    });
  }
}

/** Cases of the caller's own parts or workshop, newest first. */
async function casesFor(
  sql: Sql,
  actor: Actor,
  filter: CaseFilter,
  now: Date,
): Promise<(CaseListItemDto & { evidence: object })[]> {
  return sql.rows(
    `SELECT c.number, c.kind, c.status, json_build_object('zh', c.title_zh, 'en', c.title_en) AS title, w.code AS workshop,
            CASE WHEN u.id IS NOT NULL THEN json_build_object('gtin', u.gtin, 'serial', u.serial) END AS unit,
            c.opened_at AS "openedAt", c.due_at AS "dueAt", c.escalated_at AS "escalatedAt", c.status = 'open' AND c.due_at < $8 AS "isLate", c.evidence
       FROM case_file c
       LEFT JOIN organisation w ON w.id = c.workshop_id
       LEFT JOIN unit u ON u.id = c.unit_id
      WHERE ($1 = 'maker' AND c.maker_id = $2 OR $1 = 'workshop' AND c.workshop_id = $2 AND c.kind <> 'investigation')
        AND ($3::text IS NULL OR c.number = $3) AND ($4::text IS NULL OR c.status = $4) AND ($5::text IS NULL OR c.kind = $5)
        AND ($6::timestamptz IS NULL OR (c.opened_at, c.number) < ($6, $7))
      ORDER BY c.opened_at DESC, c.number DESC LIMIT $9`,
    [
      actor.organisation.kind,
      actor.organisation.id,
      filter.number ?? null,
      filter.status ?? null,
      filter.kind ?? null,
      filter.after?.[0] ?? null,
      filter.after?.[1] ?? null,
      now,
      filter.limit,
    ],
  );
}
