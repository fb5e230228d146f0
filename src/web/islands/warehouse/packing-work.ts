import { useEffect, useState } from 'preact/hooks';
import type { Language, Words } from '../../../kernel/words.ts';
import { signal } from '../scanning/signals.ts';
import { ask, Trouble } from './ask.ts';
import { useInTurn } from './in-turn.ts';
import { type Kept, useKept } from '../kept.ts';
import { newKey } from './new-key.ts';
import {
  emptyDraft,
  has,
  listObjection,
  load,
  type PackingDraft,
  type Piece,
  sealed,
  undo,
  type Wanted,
  without,
} from './packing-draft.ts';
import { NEXT_STEP, PACKING_WORDS } from './packing-words.ts';
import type { Told } from './told.tsx';

export interface PackingView {
  readonly to: string;
  readonly order: string | null;
  readonly list: readonly Wanted[];
}

interface CheckedCode {
  readonly code: string;
  readonly unit: {
    readonly gtin: string;
    readonly serial: string;
    readonly partNumber: string;
    readonly name: Words;
  } | null;
  readonly carton: { readonly sscc: string; readonly units: number } | null;
  readonly objection: { readonly reason: string; readonly words: Words } | null;
}

/** What the last scan was. `piece`: it may be shipped, but is not what the list asks for. */
export interface LastTold extends Told {
  readonly piece?: Piece;
  readonly carton?: string;
}

export interface PackingWork {
  readonly draft: PackingDraft;
  readonly told: LastTold;
  readonly isBusy: boolean;
  readonly scan: (code: string) => void;
  readonly loadAnyway: (piece: Piece) => void;
  readonly undo: () => void;
  readonly remove: (serial: string) => void;
  readonly openCarton: () => void;
  readonly closeCarton: () => void;
  readonly ship: () => void;
  readonly startOver: () => void;
}

/** How long until a scan that did not get through is tried again. In milliseconds. */
const RETRY_AFTER = 2_000;
const SEALED_BEFORE = 'CARTON_SEALED';

/** All that picking and packing does; how it looks is the screen's. */
export function usePacking({ to, order, list }: PackingView, language: Language): PackingWork {
  const words = PACKING_WORDS[language];
  const kept = useKept(`truepart.packing.${to}.${order ?? ''}`, emptyDraft(newKey));
  const [told, tell] = useState<LastTold>({ state: 'plain', title: words.ready, lines: [words.readyMeans] });
  const [isBusy, setBusy] = useState(false);
  const inTurn = useInTurn();

  const refuse = (title: string, lines: readonly string[], more: Partial<LastTold> = {}): void => {
    signal('caution');
    tell({ state: 'suspect', title, lines, ...more });
  };
  const take = (piece: Piece): void => {
    kept.change((draft) => load(draft, piece));
    signal('consistent');
    const title = kept.now().open === null ? words.loaded : words.inCarton;
    tell({ state: 'good', title, lines: [`${piece.partNumber} ${piece.name}`, piece.serial] });
  };
  const judge = (checked: CheckedCode): void => {
    const { unit, carton, objection } = checked;
    if (objection) refuse(words.notLoaded, objectionLines(objection, unit, language));
    else if (unit) judgePiece({ ...unit, code: checked.code, name: unit.name[language] });
    else if (carton) takeCarton(kept, carton, tell, words);
  };
  const judgePiece = (piece: Piece): void => {
    const what = `${piece.partNumber} ${piece.name}`;
    if (has(kept.now(), piece)) {
      signal('unreadable');
      tell({ state: 'plain', title: words.again, lines: [what, words.againMeans] });
      return;
    }
    const against = listObjection(kept.now(), list, piece.partNumber);
    if (against === null) take(piece);
    else refuse(words[against], [what, words[`${against}Means`]], { state: 'caution', piece });
  };
  /** One scan at a time, the oldest first; one that does not get through stays on the list and is tried again. */
  const checkNext = async (): Promise<void> => {
    const [code] = kept.now().waiting;
    if (code === undefined) return;
    try {
      const { items } = await ask<{ items: CheckedCode[] }>('/api/shipments/checks', { to, codes: [code] });
      kept.change((draft) => ({ ...draft, waiting: draft.waiting.slice(1) }));
      judge(items[0]!);
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      if (!error.isAway) kept.change((draft) => ({ ...draft, waiting: draft.waiting.slice(1) }));
      else setTimeout(() => inTurn(checkNext), RETRY_AFTER);
      tell({ state: error.isAway ? 'caution' : 'suspect', title: words.notLoaded, lines: [error.words[language]] });
    }
  };
  useEffect(() => {
    // What the page was closed on.
    kept.now().waiting.forEach(() => inTurn(checkNext));
  }, []);

  const during = (work: () => Promise<void>): void => {
    setBusy(true);
    inTurn(async () => {
      try {
        await work();
      } catch (error) {
        if (!(error instanceof Trouble)) throw error;
        const serials = error.places.slice(0, 5).map(({ path, words: said }) => `${path} ${said[language]}`);
        refuse(words.notShipped, [error.words[language], ...serials]);
      } finally {
        setBusy(false);
      }
    });
  };
  return {
    draft: kept.value,
    told,
    isBusy,
    scan: (code) => {
      kept.change((draft) => ({ ...draft, waiting: [...draft.waiting, code] }));
      inTurn(checkNext);
    },
    loadAnyway: take,
    undo: () => {
      kept.change(undo);
      tell({ state: 'plain', title: words.undone, lines: [] });
    },
    remove: (serial) => kept.change((draft) => without(draft, serial)),
    openCarton: () => kept.change((draft) => ({ ...draft, open: [] })),
    closeCarton: () =>
      during(async () => {
        const sscc = await sealOpenCarton(kept.now());
        kept.change((draft) => sealed(draft, sscc, newKey));
        tell({ state: 'good', title: words.cartonClosed, lines: [words.cartonClosedMeans(sscc)], carton: sscc });
      }),
    ship: () =>
      during(async () => {
        const { loose, boxes, shipKey } = kept.now();
        const load = { to, units: loose.map(({ code }) => code), cartons: boxes.map(({ sscc }) => sscc) };
        const wish = { ...load, ...(order !== null && { reference: order }) };
        const { id } = await ask<{ id: string }>('/api/shipments', wish, shipKey);
        kept.forget();
        location.assign(`/warehouse/shipments/${id}?done=shipped`);
      }),
    startOver: () => kept.change(() => emptyDraft(newKey)),
  };
}

function takeCarton(
  kept: Kept<PackingDraft>,
  { sscc, units }: { readonly sscc: string; readonly units: number },
  tell: (told: LastTold) => void,
  words: (typeof PACKING_WORDS)[Language],
): void {
  if (kept.now().boxes.some((box) => box.sscc === sscc)) {
    signal('unreadable');
    tell({ state: 'plain', title: words.again, lines: [sscc, words.againMeans] });
    return;
  }
  kept.change((draft) => ({ ...draft, boxes: [...draft.boxes, { sscc, units }] }));
  signal('consistent');
  tell({ state: 'good', title: words.loaded, lines: [sscc, words.units(units)] });
}

/** Made once however often it is asked for; one that was sealed before, when the answer got lost, is sealed. */
async function sealOpenCarton({ open, cartonKey }: PackingDraft): Promise<string> {
  const units = (open ?? []).map(({ code }) => code);
  const { sscc } = await ask<{ sscc: string }>('/api/cartons', { units }, cartonKey);
  await ask(`/api/cartons/${sscc}/seal`, {}).catch((error: unknown) => {
    if (!(error instanceof Trouble) || error.code !== SEALED_BEFORE) throw error;
  });
  return sscc;
}

function objectionLines(
  { reason, words }: NonNullable<CheckedCode['objection']>,
  unit: CheckedCode['unit'],
  language: Language,
): string[] {
  const next = (NEXT_STEP[language] as Readonly<Record<string, string>>)[reason];
  const what = unit && `${unit.partNumber} ${unit.name[language]} ${unit.serial}`;
  return [what, words[language], next].filter((line): line is string => typeof line === 'string');
}
