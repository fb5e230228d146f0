import { useRef, useState } from 'preact/hooks';

/** Something that survives a reload and an empty battery. Gives the state now, and how to change it. */
export interface Kept<Value> {
  readonly value: Value;
  /** The state at this very moment, for what was begun before the last drawing. */
  readonly now: () => Value;
  readonly change: (how: (before: Value) => Value) => void;
  readonly forget: () => void;
}

/** @param name by which it is kept in this browser: one for each piece of work */
export function useKept<Value extends object>(name: string, empty: Value): Kept<Value> {
  const first = useRef<Value | undefined>(undefined);
  first.current ??= read(name, empty);
  const [value, draw] = useState(first.current);
  const latest = useRef(value);
  const set = (next: Value): void => {
    latest.current = next;
    draw(next);
  };
  return {
    value,
    now: () => latest.current,
    change: (how) => {
      const next = how(latest.current);
      set(next);
      write(name, JSON.stringify(next));
    },
    forget: () => {
      set(empty);
      write(name, null);
    },
  };
}

function read<Value extends object>(name: string, empty: Value): Value {
  try {
    const text = localStorage.getItem(name);
    return text === null ? empty : { ...empty, ...(JSON.parse(text) as Partial<Value>) };
  } catch {
    return empty;
  }
}

function write(name: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(name);
    else localStorage.setItem(name, text);
  } catch {
    // A browser that keeps nothing still works until it is closed.
  }
}
