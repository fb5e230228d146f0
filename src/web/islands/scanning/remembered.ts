/** What this device is to remember; a browser that keeps nothing (private windows) only forgets. */
export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(keyOf(name));
  } catch {
    return null;
  }
}

export function remember(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(keyOf(name));
    else localStorage.setItem(keyOf(name), value);
  } catch {
    // Nothing depends on it.
  }
}

const keyOf = (name: string): string => `truepart.scanning.${name}`;
