import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.ts';
import { AuditService } from '../auth/audit.service.ts';
import { PartsService } from '../catalogue/parts.service.ts';
import { Database, type Sql } from '../database/database.ts';
import { type Page, pageOf } from '../http/paging.ts';
import { Clock } from '../kernel/clock.ts';
import { newId, type OrganisationId, type PartId, type UnitId } from '../kernel/identifiers.ts';
import { recordEvent } from '../outbox/outbox.ts';
import { placeHolds } from '../units/holds.ts';
import { deedOf } from '../units/ledger.ts';
import { END_STATES } from '../units/unit-lifecycle.ts';
import { RecallNotFound } from './flags.refusals.ts';
import { billsOfRecall } from './bills-concerned.query.ts';
import {
  type RecalledInvoice,
  recalledInvoices,
  type RecalledUnit,
  recalledUnits,
  type RecalledWorkshop,
  recalledWorkshops,
  type UnitsWanted,
} from './recall-reach.query.ts';
import type { OpenRecallDto, RecallDto } from './recall.dto.ts';

/** Units held at a time: a recall may name a million. */
const CHUNK = 5_000;

/** The latest invoices are listed, and all are counted. */
const MOST_INVOICES = 200;

/** Where a campaign's units are, and who is told. */
export interface RecallReach {
  readonly recall: RecallDto;
  readonly workshops: readonly RecalledWorkshop[];
  readonly units: Page<RecalledUnit>;
  readonly invoices: readonly RecalledInvoice[];
  readonly invoiceCount: number;
}

/** A maker calls parts back, by part number and lot. Every unit of them that still exists is held. */
@Injectable()
export class RecallsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly parts: PartsService,
    private readonly audit: AuditService,
  ) {}

  async open(actor: Actor, recall: OpenRecallDto): Promise<void> {
    await this.database.transaction(async (tx) => {
      const part = await this.parts.inSight(tx, actor, recall.partNumber);
      const now = this.clock.now();
      await tx.run(
        `INSERT INTO recall (id, maker_id, number, part_id, lot, title_zh, title_en, opened_by, opened_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          newId(),
          actor.organisation.id,
          recall.number,
          part.id,
          recall.lot ?? null,
          recall.title.zh,
          recall.title.en,
          actor.id,
          now,
        ],
      );
      for (let last: UnitId | null = '0' as UnitId; last !== null;) {
        const ids = await unitsAfter(tx, part.id, recall.lot ?? null, last);
        await placeHolds(
          tx,
          deedOf(actor, now),
          ids.map((unitId) => ({ unitId, kind: 'recall', reason: recall.number })),
        );
        last = ids.length === CHUNK ? ids.at(-1)! : null;
      }
      const { number, partNumber, title } = recall;
      const lot = recall.lot ?? null;
      const concerned = [actor.organisation.id, ...(await whoeverHasSome(tx, part.id, lot))];
      const told = { recall: number, maker: actor.organisation.code, partNumber, lot, title };
      const bills = await billsOfRecall(tx, { makerId: actor.organisation.id, number });
      await recordEvent(
        tx,
        now,
        concerned.filter((id) => !bills.has(id)),
        'recall.opened',
        told,
      );
      for (const [workshopId, concerning] of bills)
        await recordEvent(tx, now, [workshopId], 'recall.opened', { ...told, ...concerning });
      await this.audit.record(tx, actor, 'recall.opened', number, { partNumber, lot });
    });
  }

  /** Ends a campaign and lets go of the units that it held and nobody repaired. */
  async close(actor: Actor, number: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const closed = await tx.run(
        'UPDATE recall SET closed_at = $3 WHERE maker_id = $1 AND number = $2 AND closed_at IS NULL',
        [actor.organisation.id, number, this.clock.now()],
      );
      if (closed === 0) throw new RecallNotFound();
      await tx.run(
        `WITH let_go AS (
           UPDATE unit_hold h SET cleared_at = $3, cleared_by = $4, clearing_reason = 'recall closed'
             FROM unit u
            WHERE u.id = h.unit_id AND u.maker_id = $1 AND h.kind = 'recall' AND h.reason = $2 AND h.cleared_at IS NULL
           RETURNING h.unit_id
         ), moved AS (
           UPDATE unit u SET last_seq = last_seq + 1 FROM let_go l WHERE u.id = l.unit_id
           RETURNING u.id, u.state, u.custodian_id, u.last_seq
         )
         INSERT INTO unit_event (unit_id, seq, type, from_state, to_state, at, recorded_at, organisation_id, custodian_id,
                                 actor_id, reference, detail)
         SELECT id, last_seq, 'hold_cleared', state, state, $3, $3, $1, custodian_id, $4, $2, '{"kind": "recall"}' FROM moved`,
        [actor.organisation.id, number, this.clock.now(), actor.id],
      );
      await this.audit.record(tx, actor, 'recall.closed', number);
    });
  }

  list(actor: Actor): Promise<RecallDto[]> {
    return recallsOf(this.database, actor, null);
  }

  /**
   * From the lot to its units, to the workshops that have or fitted them, to the owners who are told.
   * @throws Refusal RECALL_NOT_FOUND
   */
  async reach(actor: Actor, number: string, wanted: UnitsWanted): Promise<RecallReach> {
    const recall = await this.get(actor, number);
    const key = { makerId: actor.organisation.id, number };
    const units = await recalledUnits(this.database, key, wanted);
    const workshops = await recalledWorkshops(this.database, key);
    const invoices = await recalledInvoices(this.database, key, MOST_INVOICES);
    return {
      recall,
      workshops,
      units: pageOf(
        units,
        wanted.limit,
        (unit) => [unit.id],
        (unit) => unit,
      ),
      invoices,
      invoiceCount: invoices[0]?.total ?? 0,
    };
  }

  async get(actor: Actor, number: string): Promise<RecallDto> {
    const [recall] = await recallsOf(this.database, actor, number);
    if (!recall) throw new RecallNotFound();
    return recall;
  }
}

async function unitsAfter(sql: Sql, partId: PartId, lot: string | null, after: UnitId): Promise<UnitId[]> {
  const rows = await sql.rows<{ id: UnitId }>(
    `SELECT id FROM unit WHERE part_id = $1 AND ($2::text IS NULL OR lot = $2) AND id > $3 AND NOT (state = ANY ($4::text[]))
      ORDER BY id LIMIT $5`,
    [partId, lot, after, END_STATES, CHUNK],
  );
  return rows.map((row) => row.id);
}

/** In whose hands units of it are, and which workshops have fitted some. */
async function whoeverHasSome(sql: Sql, partId: PartId, lot: string | null): Promise<OrganisationId[]> {
  const rows = await sql.rows<{ id: OrganisationId }>(
    `SELECT DISTINCT u.custodian_id AS id FROM unit u
      WHERE u.part_id = $1 AND ($2::text IS NULL OR u.lot = $2) AND NOT (u.state = ANY ($3::text[]))
      UNION
     SELECT DISTINCT o.workshop_id FROM fitting f JOIN repair_order o ON o.id = f.order_id
      WHERE f.part_id = $1 AND ($2::text IS NULL OR f.lot = $2) AND f.undone_at IS NULL AND f.removed_at IS NULL`,
    [partId, lot, END_STATES],
  );
  return rows.map(({ id }) => id);
}

async function recallsOf(sql: Sql, actor: Actor, number: string | null): Promise<RecallDto[]> {
  return sql.rows<RecallDto>(
    `SELECT r.number, p.part_number AS "partNumber", r.lot, json_build_object('zh', r.title_zh, 'en', r.title_en) AS title,
            r.opened_at AS "openedAt", r.closed_at AS "closedAt",
            (SELECT coalesce(json_agg(w), '[]') FROM (
               SELECT u.state, o.code AS custodian, count(*)::int AS units
                 FROM unit u JOIN organisation o ON o.id = u.custodian_id
                WHERE u.part_id = r.part_id AND (r.lot IS NULL OR u.lot = r.lot)
                GROUP BY u.state, o.code ORDER BY o.code, u.state) w) AS reach
       FROM recall r JOIN part p ON p.id = r.part_id
      WHERE r.maker_id = $1 AND ($2::text IS NULL OR r.number = $2) ORDER BY r.opened_at DESC LIMIT 200`,
    [actor.organisation.id, number],
  );
}
