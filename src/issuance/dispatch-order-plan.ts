import type { Part } from '../catalogue/part.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import * as faults from './dispatch-order-faults.ts';
import type { OrderFault, OrderRowFault } from './dispatch-order-faults.ts';
import type { Column } from './dispatch-order-columns.ts';
import { lineKey, type OrderRow, type OrderSheet } from './dispatch-order-sheet.ts';

/** What is on record beside the file. */
export interface OrderRecords {
  readonly parts: ReadonlyMap<string, Part>;
  readonly consignees: ReadonlyMap<string, OrganisationId>;
  /** Quantities by `lineKey`. */
  readonly stored: ReadonlyMap<string, number>;
  /** By `mintKey`, of every line in the file: labels that exist or are under way, and what was ordered until now. */
  readonly minted: ReadonlyMap<string, { readonly minted: number; readonly ordered: number }>;
}

/** A line of the file that is sound, and what is to be done about it. */
export interface PlannedLine {
  readonly row: OrderRow;
  readonly part: Part;
  readonly consigneeId: OrganisationId | null;
  readonly change: 'new' | 'amended' | 'unchanged';
  /** How many labels are to be minted for it now. */
  readonly toMint: number;
}

export interface OrderPlan {
  readonly lines: readonly PlannedLine[];
  readonly faults: readonly OrderRowFault[];
}

/** What bounds the minting: whose the parts are to be makes no difference. */
export const mintKey = ({ order, partNumber, lot }: Pick<OrderRow, 'order' | 'partNumber' | 'lot'>): string =>
  JSON.stringify([order, partNumber, lot]);

/**
 * What a file does beside what is on record. Only what an order grows by is minted, less what was minted for it before it
 * was imported: so a file that comes twice mints once.
 * @param mayAmend the sender may change the quantity of a line that was imported before.
 */
export function planOrder(sheet: OrderSheet, records: OrderRecords, mayAmend: boolean): OrderPlan {
  const lines: PlannedLine[] = [];
  const found: OrderRowFault[] = [...sheet.faults];
  const room = new Rooms(sheet.rows, records);
  for (const row of sheet.rows) {
    const part = records.parts.get(row.partNumber);
    const consigneeId = row.consignee === null ? null : records.consignees.get(row.consignee);
    const stored = records.stored.get(lineKey(row));
    const faulty = faultsOf(row, { part, consigneeId, stored }, mayAmend, room.of(row));
    found.push(...faulty);
    if (faulty.length > 0 || !part || consigneeId === undefined) continue;
    const change = stored === undefined ? 'new' : stored === row.quantity ? 'unchanged' : 'amended';
    lines.push({ row, part, consigneeId, change, toMint: room.take(row, row.quantity - (stored ?? 0)) });
  }
  return { lines, faults: found.sort((a, b) => a.row - b.row) };
}

function faultsOf(
  row: OrderRow,
  { part, consigneeId, stored }: { part?: Part; consigneeId?: OrganisationId | null; stored?: number },
  mayAmend: boolean,
  { minted, left }: { minted: number; left: number },
): OrderRowFault[] {
  const at = (column: Column, fault: OrderFault): OrderRowFault => ({
    row: row.row,
    column,
    value: String(row[column] ?? ''),
    ...fault,
  });
  return [
    ...(part ? [] : [at('partNumber', faults.partUnknown())]),
    ...(part?.isActive === false && stored === undefined ? [at('partNumber', faults.partNoLongerSold())] : []),
    ...(consigneeId === undefined ? [at('consignee', faults.consigneeUnknown())] : []),
    ...(stored !== undefined && stored !== row.quantity && !mayAmend
      ? [at('quantity', faults.lineChanged(stored))]
      : []),
    ...(left < 0 ? [at('quantity', faults.lessThanMinted(minted))] : []),
  ];
}

/** How many labels each order, part and lot still has room for, once the whole file is taken. */
class Rooms {
  private readonly rooms = new Map<string, { readonly minted: number; left: number }>();

  constructor(rows: readonly OrderRow[], { stored, minted: records }: OrderRecords) {
    for (const row of rows) {
      const { minted, ordered } = records.get(mintKey(row)) ?? { minted: 0, ordered: 0 };
      const room = this.rooms.get(mintKey(row)) ?? { minted, left: ordered - minted };
      room.left += row.quantity - (stored.get(lineKey(row)) ?? 0);
      this.rooms.set(mintKey(row), room);
    }
  }

  of(row: OrderRow): { readonly minted: number; readonly left: number } {
    return this.rooms.get(mintKey(row))!;
  }

  /** As many of `wanted` as there is room for. */
  take(row: OrderRow, wanted: number): number {
    const room = this.rooms.get(mintKey(row))!;
    const taken = Math.max(0, Math.min(wanted, room.left));
    room.left -= taken;
    return taken;
  }
}

/** Each once, in the order of the file. */
export const ordersOf = ({ lines }: OrderPlan): string[] => [...new Set(lines.map(({ row }) => row.order))];
