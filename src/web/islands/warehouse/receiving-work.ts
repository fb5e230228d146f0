import { useState } from 'preact/hooks';
import type { Language, Words } from '../../../kernel/words.ts';
import { READ_HINT_WORDS } from '../../../labels/read-diagnosis.ts';
import { signal } from '../scanning/signals.ts';
import { ask, Trouble } from './ask.ts';
import { useInTurn } from './in-turn.ts';
import { useKept } from '../kept.ts';
import { newKey } from './new-key.ts';
import {
  count,
  type Expected,
  inspect,
  type ReceivingDraft,
  type Sight,
  sightOf,
  type Tally,
  tallyOf,
  undo,
} from './receiving-draft.ts';
import { RECEIVING_WORDS } from './receiving-words.ts';
import type { Told } from './told.tsx';

export interface ReceivingView {
  /** Of the shipment. */
  readonly id: string;
  readonly kind: 'supply' | 'return_new' | 'return_old';
  /** Of labels that are ours. */
  readonly origin: string;
  readonly expected: readonly Expected[];
}

/** What the server made of it. */
export interface ReceiptView {
  readonly received: number;
  readonly over: number;
  readonly short: number;
  readonly findings: readonly { readonly rule: string; readonly level: number; readonly message: Words }[];
  readonly units: {
    readonly over: readonly { readonly code: string; readonly partNumber: string | null }[];
    readonly short: readonly { readonly serial: string; readonly partNumber: string }[];
  };
}

/** `inspect`: the code of the unit that wants a judgement. */
export interface LastTold extends Told {
  readonly inspect?: string;
}

export interface ReceivingWork {
  readonly tally: Tally;
  readonly told: LastTold;
  readonly isBusy: boolean;
  readonly receipt: ReceiptView | null;
  readonly canUndo: boolean;
  readonly scan: (code: string) => void;
  readonly undo: () => void;
  readonly inspect: (code: string, isAsNew: boolean) => void;
  /** @param isWhole nothing more is being unpacked: what was not scanned is short */
  readonly finish: (isWhole: boolean) => void;
}

type UnitSight = Extract<Sight, { readonly units: unknown }>;
type StrangerSight = Extract<Sight, { readonly isForeign: boolean }>;

interface KnownUnit {
  readonly partNumber: string;
  readonly name: Words;
}

/** All that counting a delivery does; how it looks is the screen's. */
export function useReceiving(view: ReceivingView, language: Language): ReceivingWork {
  const { id, kind, origin, expected } = view;
  const words = RECEIVING_WORDS[language];
  const kept = useKept<ReceivingDraft>(`truepart.receiving.${id}`, { scans: [], key: newKey() });
  const [told, tell] = useState<LastTold>({ state: 'plain', title: words.ready, lines: [words.readyMeans] });
  const [receipt, show] = useState<ReceiptView | null>(null);
  const [isBusy, setBusy] = useState(false);
  const inTurn = useInTurn();

  const again = (what: readonly string[]): void => {
    signal('unreadable');
    tell({ state: 'plain', title: words.again, lines: [...what, words.againMeans] });
  };
  const refuse = (state: Told['state'], title: string, line: string): void => {
    signal('unreadable');
    tell({ state, title, lines: [line] });
  };
  const takeUnits = (code: string, sight: UnitSight): void => {
    const [unit] = sight.units;
    const what = `${unit!.partNumber} ${unit!.name}`;
    const lines = sight.kind === 'carton' ? [words.units(sight.units.length)] : [what, unit!.serial];
    if (sight.isAgain) return again(lines);
    kept.change((draft) => count(draft, code, sight.units));
    signal('consistent');
    tell({ state: 'good', title: words.counted, lines, ...(kind === 'return_new' && { inspect: code }) });
  };
  const takeStranger = (code: string, sight: StrangerSight): void => {
    if (sight.isAgain) return again([sight.serial]);
    kept.change((draft) => count(draft, code, []));
    signal('suspect');
    const lines = (known: string) => [known, sight.serial, words.strangerMeans];
    tell({ state: 'suspect', title: words.stranger, lines: lines(sight.isForeign ? words.strangerForeign : '') });
    if (sight.isForeign || sight.gtin === undefined) return;
    // What it is instead comes a moment later; nobody waits for it.
    const told = (known: string): void => tell({ state: 'suspect', title: words.stranger, lines: lines(known) });
    void ask<KnownUnit>(`/api/units/${sight.gtin}/${sight.serial}`).then(
      ({ partNumber, name }) => told(`${partNumber} ${name[language]}`),
      () => told(words.strangerUnknown),
    );
  };
  const scan = (code: string): void => {
    show(null);
    const sight = sightOf(code, origin, expected, kept.now());
    switch (sight.kind) {
      case 'unit':
      case 'carton':
        return takeUnits(code, sight);
      case 'stranger':
        return takeStranger(code, sight);
      case 'strangerCarton':
        return refuse('suspect', words.stranger, words.strangerCarton);
      case 'unreadable':
        return refuse(
          'caution',
          words.unreadable,
          sight.hint ? READ_HINT_WORDS[sight.hint][language] : words.unreadableMeans,
        );
    }
  };
  const send = async (isWhole: boolean): Promise<void> => {
    setBusy(true);
    try {
      const { scans, key } = kept.now();
      const made = await ask<ReceiptView>(`/api/shipments/${id}/receipts`, receiptOf(scans, kind, isWhole), key);
      kept.change(() => ({ scans: [], key: newKey() }));
      if (isWhole) kept.forget();
      show(made);
      if (!isWhole) location.reload();
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      signal('caution');
      tell({ state: 'suspect', title: words.notReceived, lines: [error.words[language]] });
    } finally {
      setBusy(false);
    }
  };
  return {
    tally: tallyOf(kept.value, expected),
    told,
    isBusy,
    receipt,
    canUndo: kept.value.scans.length > 0,
    scan,
    undo: () => {
      kept.change(undo);
      tell({ state: 'plain', title: words.undone, lines: [] });
    },
    inspect: (code, isAsNew) => {
      kept.change((draft) => inspect(draft, code, isAsNew));
      tell({ ...told, lines: [...told.lines.slice(0, 2), isAsNew ? words.asNew : words.notAsNew] });
    },
    finish: (isWhole) => inTurn(() => send(isWhole)),
  };
}

function receiptOf(scans: ReceivingDraft['scans'], kind: ReceivingView['kind'], close: boolean): object {
  const codes = scans.map(({ code }) => code);
  if (kind !== 'return_new') return { codes, close };
  const judged = scans.filter(({ isAsNew }) => isAsNew !== undefined);
  const inspections = judged.map(({ code, isAsNew }) => ({ code, isAsNew }));
  return { codes, close, ...(inspections.length > 0 && { inspections }) };
}
