import type { Actor } from '../auth/actor.ts';
import type { CalendarDate } from '../catalogue/calendar-date.ts';
import type { SupersessionPath } from '../catalogue/supersession.ts';
import type { Sql } from '../database/database.ts';
import type { LineCategory, OrderFacts, PayType } from '../flags/evidence.ts';
import type { Money } from '../kernel/money.ts';
import type { Words } from '../kernel/words.ts';
import type { InvoiceDto } from './invoice.dto.ts';
import { notStanding, standing, type LineLedger } from './line-ledger.query.ts';
import { amountOf, totalsOf, type Totals } from './reconciliation.ts';
import { LineNotFound } from './repair-orders.refusals.ts';
import type { StoredOrder } from './stored-order.query.ts';

/** What the owner gets, frozen as it was issued. No VIN, plate, name or phone: whoever holds the link may not be the owner. */
export interface InvoiceContent {
  readonly number: string;
  readonly repairOrder: string;
  readonly repairCategory: string | null;
  readonly openedAt: string;
  readonly workshop: { readonly code: string; readonly name: Words; readonly phone: string | null };
  readonly odometerIn: number | null;
  readonly odometerOut: number | null;
  readonly currency: string;
  readonly lines: readonly InvoiceContentLine[];
  readonly labour: readonly { readonly description: string; readonly hours: number | null; readonly amount: Money }[];
  readonly totals: Totals;
}

export interface InvoiceContentLine {
  readonly line: number;
  readonly concern: string | null;
  readonly requested: { readonly partNumber: string; readonly category: LineCategory; readonly quantity: number };
  readonly approved: {
    readonly partNumber: string;
    readonly category: LineCategory;
    readonly quantity: number;
    readonly priceCap: Money | null;
    readonly channel: string;
    readonly approvedAt: string;
  } | null;
  readonly partNumber: string;
  readonly name: Words | null;
  readonly category: LineCategory;
  readonly quantity: number;
  readonly fitted: number;
  /** Charged for one, to whoever pays. */
  readonly unitPrice: Money;
  /** What the owner pays: nothing where somebody else does. */
  readonly amount: Money;
  readonly listPrice: Money | null;
  readonly payType: PayType;
  readonly warranty: { readonly months: number | null; readonly km: number | null } | null;
  readonly units: readonly InvoiceUnit[];
}

export interface InvoiceUnit {
  readonly gtin: string | null;
  readonly serial: string | null;
  readonly partNumber: string | null;
  readonly lot: string | null;
  /** As its maker sells it; null without a code. Absent in invoices of before this was told. */
  readonly category?: LineCategory | null;
  readonly quantity: number;
  readonly position: string | null;
  readonly isVinRead: boolean;
  readonly reason: string | null;
  readonly supersession: SupersessionPath | null;
  readonly fittedAt: string;
  readonly undone: { readonly at: string; readonly reason: string } | null;
  /** Taken out again by the same order. Absent in invoices of before this was told. */
  readonly removed?: { readonly at: string } | null;
  readonly oldPart: { readonly outcome: string; readonly note: string | null } | null;
}

/** Fitted by the order that is billed, and neither undone nor taken out again by it. */
export const isInCar = ({ undone, removed }: Pick<InvoiceUnit, 'undone' | 'removed'>): boolean =>
  undone === null && !removed;

interface LineBackground {
  line: number;
  concern: string | null;
  name_zh: string | null;
  name_en: string | null;
  list_price: string | null;
  currency: string | null;
  warranty_months: number | null;
  warranty_km: number | null;
  channel: string | null;
  approved_at: Date | null;
}

/** @throws LineNotFound for a billed line that is not on the order */
export async function invoiceContent(
  sql: Sql,
  actor: Actor,
  stored: StoredOrder,
  draft: InvoiceDto,
  order: OrderFacts,
  ledgers: readonly LineLedger[],
  on: CalendarDate,
): Promise<InvoiceContent> {
  const head = (await sql.first<{ repair_category: string | null; opened_at: Date; phone: string | null }>(
    `SELECT r.repair_category, r.opened_at, o.phone FROM repair_order r JOIN organisation o ON o.id = r.workshop_id
      WHERE r.id = $1`,
    [stored.id],
  ))!;
  const backgrounds = await backgroundsOf(sql, stored, draft, on);
  const lines = draft.lines.map((billed) => contentLine(billed, order, ledgers, backgrounds.get(billed.line)));
  const labour = (draft.labour ?? []).map(({ description, hours, amount }) => ({
    description,
    hours: hours ?? null,
    amount,
  }));
  return {
    number: draft.number,
    repairOrder: order.number,
    repairCategory: head.repair_category,
    openedAt: head.opened_at.toISOString(),
    workshop: { code: actor.organisation.code, name: actor.organisation.name, phone: head.phone },
    odometerIn: order.odometerIn,
    odometerOut: draft.odometerOut ?? null,
    currency: [...backgrounds.values()].find((each) => each.currency !== null)?.currency ?? 'CNY',
    lines,
    labour,
    totals: totalsOf({ lines, labour }),
  };
}

/**
 * Names, warranty and the list price of the day are those of the part that is billed, which may be the successor of the
 * one that was asked for.
 */
async function backgroundsOf(
  sql: Sql,
  stored: StoredOrder,
  draft: InvoiceDto,
  on: CalendarDate,
): Promise<Map<number, LineBackground>> {
  const rows = await sql.rows<LineBackground>(
    `SELECT b.line, l.concern, p.name_zh, p.name_en, price.list_price::text, price.currency, p.warranty_months, p.warranty_km,
            a.channel, a.approved_at
       FROM unnest($2::int[], $3::text[]) AS b(line, part_number)
       JOIN part_line l ON l.order_id = $1 AND l.line = b.line
       LEFT JOIN part p ON p.id = coalesce(
         (SELECT min(q.id::text)::uuid FROM part q WHERE q.part_number = b.part_number HAVING count(*) = 1), l.part_id)
       LEFT JOIN list_price_on(p.id, $4) price ON true
       LEFT JOIN approval a ON a.order_id = l.order_id AND a.line = l.line AND a.superseded_at IS NULL`,
    [stored.id, draft.lines.map((line) => line.line), draft.lines.map((line) => line.partNumber), on],
  );
  return new Map(rows.map((row) => [row.line, row]));
}

function contentLine(
  billed: InvoiceDto['lines'][number],
  order: OrderFacts,
  ledgers: readonly LineLedger[],
  background: LineBackground | undefined,
): InvoiceContentLine {
  const line = order.lines.find((each) => each.line === billed.line);
  // Nobody asked for it and nobody approved it: there is nothing that a reason could stand beside.
  if (!line) throw new LineNotFound(billed.line);
  const ledger = ledgers.find((each) => each.line === billed.line);
  const hasWarranty = background && (background.warranty_months !== null || background.warranty_km !== null);
  return {
    line: billed.line,
    concern: background?.concern ?? null,
    requested: { partNumber: line.partNumber, category: line.category, quantity: line.quantity },
    approved: line.approval && {
      ...line.approval,
      channel: background!.channel!,
      approvedAt: background!.approved_at!.toISOString(),
    },
    partNumber: billed.partNumber,
    name: background?.name_zh == null ? null : { zh: background.name_zh, en: background.name_en! },
    category: billed.category,
    quantity: billed.quantity,
    fitted: ledger?.fitted ?? 0,
    unitPrice: billed.unitPrice,
    amount: amountOf(billed, line.payType),
    listPrice: background?.list_price ?? null,
    payType: line.payType,
    warranty: hasWarranty ? { months: background.warranty_months, km: background.warranty_km } : null,
    units: (ledger ? [...standing(ledger), ...notStanding(ledger)] : []).map((fitting) => ({
      gtin: fitting.gtin,
      serial: fitting.serial,
      partNumber: fitting.partNumber,
      lot: fitting.lot,
      category: fitting.category,
      quantity: fitting.quantity,
      position: fitting.position,
      isVinRead: fitting.isVinRead,
      reason: fitting.reason,
      supersession: fitting.supersession,
      fittedAt: fitting.fittedAt,
      undone: fitting.undoneAt === null ? null : { at: fitting.undoneAt, reason: fitting.undoReason! },
      removed: fitting.isRemovedHere ? { at: fitting.removedAt! } : null,
      oldPart: fitting.oldPart && { outcome: fitting.oldPart.outcome, note: fitting.oldPart.note },
    })),
  };
}
