import type { Actor } from '../auth/actor.ts';
import type { Sql, Tx } from '../database/database.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import { calendarDateOf, type CalendarDate } from './calendar-date.ts';
import { isSamePrice, priceDayOf, type ImportPlan, type PartUpdate, type Stored } from './catalogue-plan.ts';
import type { Sheet } from './catalogue-sheet.ts';
import { makerWithoutPrefix } from './catalogue.refusals.ts';
import { allocateGtins } from './gtin-allocation.ts';
import { insertParts, newPartId, updateParts, writePrices, type WrittenPart } from './part-writing.query.ts';
import { partsOnDays } from './part.query.ts';
import { insertSupersessions, supersessionGraph } from './supersession.query.ts';

/** Whose catalogue it is, and the prefix that its GTINs stand under. */
export interface Maker {
  readonly id: OrganisationId;
  readonly gs1Prefix: string;
}

/**
 * The maker that this actor edits for.
 * @throws Refusal MAKER_WITHOUT_GS1_PREFIX
 */
export async function makerOf(sql: Sql, { organisation }: Actor): Promise<Maker> {
  const row = await sql.first<{ gs1Prefix: string | null }>(
    `SELECT gs1_prefix AS "gs1Prefix" FROM organisation WHERE id = $1 AND kind = 'maker'`,
    [organisation.id],
  );
  if (!row?.gs1Prefix) throw makerWithoutPrefix();
  return { id: organisation.id, gs1Prefix: row.gs1Prefix };
}

/** What the catalogue holds of the things that a sheet names. */
export async function storedBeside(tx: Tx, maker: Maker, sheet: Sheet, today: CalendarDate): Promise<Stored> {
  const days = new Map(sheet.rows.flatMap(({ said }) => (said.supersedes ?? []).map((number) => [number, today])));
  for (const row of sheet.rows) days.set(row.said.partNumber, priceDayOf(row, today));
  const gtins = sheet.rows.flatMap(({ said }) => said.gtin ?? []);
  const parts = await partsOnDays(tx, maker.id, days);
  const holders = await tx.rows<{ gtin: string; partNumber: string }>(
    `SELECT g.gtin, p.part_number AS "partNumber" FROM part_gtin g JOIN part p ON p.id = g.part_id
      WHERE g.gtin = ANY ($1::char(14)[])`,
    [gtins],
  );
  return {
    parts: new Map(parts.map((part) => [part.partNumber, part])),
    gtinHolders: new Map(holders.map(({ gtin, partNumber }) => [gtin, partNumber])),
    graph: await supersessionGraph(tx, maker.id),
  };
}

/** Writes a plan without faults. The catalogue must be locked since before the plan was made. */
export async function carryOut(tx: Tx, maker: Maker, plan: ImportPlan, at: Date): Promise<void> {
  const today = calendarDateOf(at);
  const created = await withGtins(tx, maker, plan);
  if (created.length > 0) await insertParts(tx, maker.id, created, at);
  const updated = plan.updates.map(writtenAfter);
  if (updated.length > 0) await updateParts(tx, updated, at);
  const repriced = plan.updates.filter(({ before, after }) => !isSamePrice(before, after)).map(writtenAfter);
  if (created.length + repriced.length > 0) await writePrices(tx, [...created, ...repriced], today);
  await insertSupersessions(tx, maker.id, plan.supersessions);
}

async function withGtins(tx: Tx, maker: Maker, plan: ImportPlan): Promise<WrittenPart[]> {
  const named = [...plan.creates, ...plan.updates.map(({ after }) => after)].flatMap(({ gtin }) => gtin ?? []);
  const wanting = plan.creates.filter(({ gtin }) => gtin === null).length;
  const allocated = wanting === 0 ? [] : await allocateGtins(tx, maker, wanting, new Set(named));
  return plan.creates.map((content) => ({
    ...content,
    id: newPartId(),
    gtin: content.gtin ?? allocated.shift()!,
    isGtinAllocated: content.gtin === null,
  }));
}

const writtenAfter = ({ before, after }: PartUpdate): WrittenPart => {
  const gtin = after.gtin ?? before.gtin;
  return { ...after, id: before.id, gtin, isGtinAllocated: before.isGtinAllocated && gtin === before.gtin };
};
