import { useState } from 'preact/hooks';
import { useKept } from '../kept.ts';
import { signal } from '../scanning/signals.ts';
import type { Deed } from './deed.ts';
import type { DeedWish } from './outbox.ts';
import { useSurroundings } from './surroundings.tsx';
import { count, type Counted, type Expected, type Tally } from './tally.ts';

const NOTHING: { readonly scans: Tally } = { scans: [] };
const SOUND = { ticked: 'consistent', twice: 'consistent', over: 'caution', unreadable: 'unreadable' } as const;

interface KeptTally {
  readonly tally: Tally;
  /** What the person hears of the last scan. */
  readonly told: Counted['told'] | undefined;
  /** Once it was recorded. */
  readonly deed: Deed | undefined;
  readonly scan: (code: string) => void;
  readonly without: (serial: string) => void;
  readonly undo: () => void;
  /** What a person confirmed goes to the outbox; what the register refused stays here, to be mended. */
  readonly record: (wish: DeedWish) => void;
  readonly again: () => void;
}

/** Labels read one after another. A phone that goes dark between two boxes forgets none of them. */
export function useTally(name: string, expected: Expected): KeptTally {
  const { workplace } = useSurroundings();
  const kept = useKept(`truepart.tally.${workplace.person!.id}.${name}`, NOTHING);
  const [told, setTold] = useState<Counted['told']>();
  const [recorded, setRecorded] = useState<string>();
  const change = (to: (scans: Tally) => Tally): void => {
    kept.change(({ scans }) => ({ scans: to(scans) }));
    setTold(undefined);
  };
  const record = async (wish: DeedWish): Promise<void> => {
    const { id, state } = await workplace.outbox.does(wish);
    if (state !== 'refused') kept.forget();
    setRecorded(id);
  };
  return {
    tally: kept.value.scans,
    told,
    deed: workplace.outbox.deeds.find(({ id }) => id === recorded),
    scan: (code) => {
      const counted = count(kept.now().scans, code, expected, workplace.origin);
      signal(SOUND[counted.told]);
      change(() => counted.tally);
      setTold(counted.told);
    },
    without: (serial) => change((scans) => scans.filter((each) => each.serial !== serial)),
    undo: () => change((scans) => scans.slice(0, -1)),
    record: (wish) => void record(wish),
    again: () => setRecorded(undefined),
  };
}
