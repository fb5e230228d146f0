/** One unit that was scanned and may be shipped. */
export interface Piece {
  /** As it was read. */
  readonly code: string;
  readonly gtin: string;
  readonly serial: string;
  readonly partNumber: string;
  readonly name: string;
}

export interface Box {
  readonly sscc: string;
  readonly units: number;
}

/** What was picked so far. Kept in the browser until it is shipped. */
export interface PackingDraft {
  readonly loose: readonly Piece[];
  /** Cartons that are sealed. */
  readonly boxes: readonly Box[];
  /** What is in the carton that is being filled; `null` while none is. */
  readonly open: readonly Piece[] | null;
  /** Numbers of parts in sealed cartons, for the picking list. */
  readonly boxed: Readonly<Record<string, number>>;
  /** Scans that the server has not seen yet, oldest first. */
  readonly waiting: readonly string[];
  /** Of the next carton and of the shipment: asked twice, they are made once. */
  readonly cartonKey: string;
  readonly shipKey: string;
}

export const emptyDraft = (newKey: () => string): PackingDraft => ({
  loose: [],
  boxes: [],
  open: null,
  boxed: {},
  waiting: [],
  cartonKey: newKey(),
  shipKey: newKey(),
});

/** A line of the picking list. */
export interface Wanted {
  readonly partNumber: string;
  readonly name: string;
  readonly wanted: number;
}

/** Lines of one part are one to a picker, whatever their lots. */
export function wantedByPart(list: readonly Wanted[]): Wanted[] {
  const byPart = new Map<string, Wanted>();
  for (const line of list) {
    const before = byPart.get(line.partNumber)?.wanted ?? 0;
    byPart.set(line.partNumber, { ...line, wanted: before + line.wanted });
  }
  return [...byPart.values()];
}

export const pieces = ({ loose, open }: PackingDraft): readonly Piece[] => [...loose, ...(open ?? [])];

export const unitsIn = (draft: PackingDraft): number =>
  pieces(draft).length + draft.boxes.reduce((sum, { units }) => sum + units, 0);

export const pickedOf = (draft: PackingDraft, partNumber: string): number =>
  pieces(draft).filter((piece) => piece.partNumber === partNumber).length + (draft.boxed[partNumber] ?? 0);

export const has = (draft: PackingDraft, { gtin, serial }: Pick<Piece, 'gtin' | 'serial'>): boolean =>
  pieces(draft).some((piece) => piece.serial === serial && piece.gtin === gtin);

/** Why a unit that may be shipped is still not what the list asks for. */
export function listObjection(
  draft: PackingDraft,
  list: readonly Wanted[],
  partNumber: string,
): 'notOnList' | 'lineFull' | null {
  if (list.length === 0) return null;
  const line = list.find((each) => each.partNumber === partNumber);
  if (!line) return 'notOnList';
  return pickedOf(draft, partNumber) >= line.wanted ? 'lineFull' : null;
}

/** Into the open carton, if there is one. */
export const load = (draft: PackingDraft, piece: Piece): PackingDraft =>
  draft.open === null ? { ...draft, loose: [...draft.loose, piece] } : { ...draft, open: [...draft.open, piece] };

/** The last piece that was scanned is off the list again; sealed cartons stay as they are. */
export function undo(draft: PackingDraft): PackingDraft {
  if (draft.open !== null && draft.open.length > 0) return { ...draft, open: draft.open.slice(0, -1) };
  return { ...draft, loose: draft.loose.slice(0, -1) };
}

export const without = (draft: PackingDraft, serial: string): PackingDraft => ({
  ...draft,
  loose: draft.loose.filter((piece) => piece.serial !== serial),
  open: draft.open?.filter((piece) => piece.serial !== serial) ?? null,
});

export function sealed(draft: PackingDraft, sscc: string, newKey: () => string): PackingDraft {
  const packed = draft.open ?? [];
  const boxed = { ...draft.boxed };
  for (const { partNumber } of packed) boxed[partNumber] = (boxed[partNumber] ?? 0) + 1;
  return { ...draft, open: null, boxed, boxes: [...draft.boxes, { sscc, units: packed.length }], cartonKey: newKey() };
}
