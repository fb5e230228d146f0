/** How a thing stands. Each has a shape of its own, so that nobody needs to tell red from green. */
export type State = 'good' | 'caution' | 'suspect' | 'unknown' | 'plain';

interface Drawing {
  /** Filled with the state’s ink. */
  readonly shape?: string;
  /** A line on the shape, or alone. */
  readonly sign: string;
}

const DRAWINGS = {
  /** A disc with a tick. */
  good: { shape: 'M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22z', sign: 'm7 12.5 3.5 3.5L17 8.5' },
  /** A triangle with an exclamation mark. */
  caution: { shape: 'M12 2 1 21.5h22z', sign: 'M12 9v5.5M12 18v.1' },
  /** An octagon with a cross. */
  suspect: { shape: 'M7.5 1h9L23 7.5v9L16.5 23h-9L1 16.5v-9z', sign: 'm8.5 8.5 7 7m0-7-7 7' },
  /** A diamond with a question mark. */
  unknown: { shape: 'M12 0 24 12 12 24 0 12z', sign: 'M9.5 9.5a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.1.9-1.1 1.7M12 16.9v.1' },
  /** A ring with a bar: nobody can say. */
  plain: { sign: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zM8 12h8' },
  /** The corners of a frame: nothing was read. */
  unread: { sign: 'M3 8V3h5m8 0h5v5m0 8v5h-5m-8 0H3v-5m5-4h8' },
  /** A sheet with lines: written down, and not yet told. */
  noted: { sign: 'M5 2h14v20H5zM9 7h6m-6 5h6m-6 5h3' },
  back: { sign: 'm15 4-8 8 8 8' },
  orders: { sign: 'M4 6h16M4 12h16M4 18h10' },
  scan: { sign: 'M3 8V3h5m8 0h5v5m0 8v5h-5m-8 0H3v-5m4-4h10' },
  box: { sign: 'm3 8 9-5 9 5v8l-9 5-9-5zm0 0 9 5 9-5m-9 5v8' },
  outbox: { sign: 'M12 15V3M7 8l5-5 5 5M3 15v6h18v-6' },
  person: { sign: 'M12 3a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM3 21.5c1-4 4.5-6 9-6s8 2 9 6' },
} as const satisfies Readonly<Record<State | 'unread', Drawing>> & Readonly<Record<string, Drawing>>;

export type IconName = keyof typeof DRAWINGS;

/** Beside words that say the same, so a screen reader need not hear it. Drawn once a page, used many times. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg aria-hidden="true">
      <use href={`#${idOf(name)}`} />
    </svg>
  );
}

interface DrawingsProps {
  /** Markup: only the drawings that it uses are there. Without it all are, for an island that draws later. */
  readonly content?: string;
}

/** What icons on the page point to. */
export function Drawings({ content }: DrawingsProps) {
  const used = (Object.entries(DRAWINGS) as [IconName, Drawing][]).filter(
    ([name]) => content === undefined || content.includes(`"#${idOf(name)}"`),
  );
  return (
    <svg hidden>
      {used.map(([name, { shape, sign }]) => (
        <symbol key={name} id={idOf(name)} viewBox="0 0 24 24">
          {shape && <path d={shape} />}
          <path d={sign} />
        </symbol>
      ))}
    </svg>
  );
}

const idOf = (name: IconName): string => `i-${name}`;
