import type { CalendarDate } from './calendar-date.ts';
import { faultAt, type RowFault, type RowNote, type Sheet, type SheetRow } from './catalogue-sheet.ts';
import {
  firstPriceLater,
  gtinForLife,
  gtinTaken,
  priceInPast,
  supersededUnknown,
  supersessionClosesRing,
  type Fault,
} from './cell-faults.ts';
import { differences, UNSAID, type Part, type PartContent } from './part.ts';
import { addEdges, isLinked, ONE_FOR_ONE, type Supersession, type SupersessionGraph } from './supersession.ts';

/** What the catalogue holds of the things that a file names. All of one maker. */
export interface Stored {
  /** Each at the price that it has, as things stand, on the day that its row speaks of (`priceDayOf`). */
  readonly parts: ReadonlyMap<string, Part>;
  /** GTIN → the part number it was ever given to. */
  readonly gtinHolders: ReadonlyMap<string, string>;
  readonly graph: SupersessionGraph;
}

/** A part as it will be. Its price begins on that day; null: at once. */
export interface PlannedPart extends PartContent {
  readonly priceValidFrom: CalendarDate | null;
}

/** What an import would do. With faults in it, none of it may be done. */
export interface ImportPlan {
  readonly creates: readonly PlannedPart[];
  readonly updates: readonly PartUpdate[];
  readonly unchanged: number;
  readonly supersessions: readonly Supersession[];
  readonly faults: readonly RowFault[];
  readonly notes: readonly RowNote[];
}

export interface PartUpdate {
  readonly before: Part;
  readonly after: PlannedPart;
}

/** The day whose price a row is about. What a row says of an earlier day is held against today. */
export const priceDayOf = ({ said: { priceValidFrom } }: SheetRow, today: CalendarDate): CalendarDate =>
  priceValidFrom && priceValidFrom > today ? priceValidFrom : today;

/** Lays a file that was read beside the catalogue as it stands. Nothing is written here. */
export function planImport(sheet: Sheet, stored: Stored, today: CalendarDate): ImportPlan {
  const creates: PlannedPart[] = [];
  const updates: PartUpdate[] = [];
  const faults: RowFault[] = [...sheet.faults];
  const notes: RowNote[] = [...sheet.notes];
  const relations = planSupersessions(sheet, stored);
  let unchanged = 0;
  for (const row of sheet.rows) {
    const before = stored.parts.get(row.said.partNumber);
    const after = contentAfter(row, before);
    const found = [
      ...priceFaults(row, before, today),
      ...gtinFaults(row, stored),
      ...(relations.faults.get(row) ?? []),
    ];
    faults.push(...found);
    if (found.length > 0) continue;
    if (!before) creates.push(after);
    else if (differences(before, after).length > 0 || relations.rows.has(row)) updates.push({ before, after });
    else unchanged++;
    if (before && after.gtin !== before.gtin) notes.push(gtinReplaced(row.row, before.gtin));
  }
  faults.sort((a, b) => a.row - b.row);
  notes.sort((a, b) => a.row - b.row);
  return { creates, updates, unchanged, supersessions: relations.added, faults, notes };
}

/** What the row does not say stays as it was; a GTIN left blank is the one the part has, or one yet to be allocated. */
function contentAfter({ said }: SheetRow, before: Part | undefined): PlannedPart {
  const { supersedes: _, priceValidFrom = null, ...content } = said;
  return { ...UNSAID, ...before, ...content, gtin: content.gtin ?? before?.gtin ?? null, priceValidFrom };
}

type Priced = Pick<PartContent, 'listPrice' | 'currency'>;

export const isSamePrice = (one: Priced, other: Priced): boolean =>
  one.listPrice === other.listPrice && one.currency === other.currency;

/** A price begins today or later, the first one at once. An earlier day only repeats what is in force, or is a new part's. */
function priceFaults(row: SheetRow, before: Part | undefined, today: CalendarDate): RowFault[] {
  const { priceValidFrom } = row.said;
  if (!priceValidFrom || priceValidFrom === today) return [];
  if (priceValidFrom > today) return before ? [] : [faultAt(row, 'priceValidFrom', firstPriceLater())];
  return !before || isSamePrice(before, row.said) ? [] : [faultAt(row, 'priceValidFrom', priceInPast())];
}

/** A GTIN is for life: never of two parts, and never changed, unless it was one of ours and the maker brings its own. */
function gtinFaults(row: SheetRow, { parts, gtinHolders }: Stored): RowFault[] {
  const { gtin, partNumber } = row.said;
  if (!gtin) return [];
  const holder = gtinHolders.get(gtin);
  if (holder !== undefined && holder !== partNumber) return [faultAt(row, 'gtin', gtinTaken(holder))];
  const before = parts.get(partNumber);
  if (!before || before.gtin === gtin || before.isGtinAllocated) return [];
  return [faultAt(row, 'gtin', gtinForLife(before.gtin))];
}

function planSupersessions(sheet: Sheet, stored: Stored) {
  const rowOf = new Map<Supersession, SheetRow>();
  const faults = new Map<SheetRow, RowFault[]>();
  const blame = (row: SheetRow, fault: Fault) =>
    faults.set(row, [...(faults.get(row) ?? []), faultAt(row, 'supersedes', fault)]);
  for (const row of sheet.rows) {
    const newPart = row.said.partNumber;
    for (const oldPart of row.said.supersedes ?? []) {
      const isKnown = stored.parts.has(oldPart) || sheet.partNumbers.has(oldPart);
      if (!isKnown) blame(row, supersededUnknown(oldPart));
      else if (!isLinked(stored.graph, oldPart, newPart)) rowOf.set({ oldPart, newPart, ...AS_A_FILE_SAYS }, row);
    }
  }
  for (const { relation, ring } of addEdges(stored.graph, [...rowOf.keys()]).refused)
    blame(rowOf.get(relation)!, supersessionClosesRing(ring));
  return { added: [...rowOf.keys()], rows: new Set(rowOf.values()), faults };
}

/** A file names the old number and nothing more. Kits, ratios and dates are set on the part itself, and stay so. */
const AS_A_FILE_SAYS = { kind: 'one_way', ratio: ONE_FOR_ONE, validFrom: null, validTo: null } as const;

const gtinReplaced = (row: number, before: string): RowNote => ({
  row,
  code: 'GTIN_REPLACED',
  words: {
    zh: `贵厂自己的 GTIN 取代了先前分配的 ${before}；已印标签仍然有效`,
    en: `Your own GTIN takes the place of ${before}, which we had allocated; labels already printed stay valid`,
  },
});

/** How many parts a plan makes, changes and leaves as they are. */
export const countsOf = ({ creates, updates, unchanged }: ImportPlan) => ({
  created: creates.length,
  updated: updates.length,
  unchanged,
});
