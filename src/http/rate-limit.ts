/** Whether one more is allowed, and if not, after how many seconds it will be. */
export interface Allowance {
  readonly isAllowed: boolean;
  readonly hits: number;
  readonly secondsLeft: number;
}

interface Window {
  hits: number;
  endsAt: number;
}

/**
 * Counts per key in fixed windows, in this process. It holds at most `mostKeys`: a flood from many addresses forgets
 * the oldest window, it does not fill the memory.
 */
export class RateLimit {
  private readonly windows = new Map<string, Window>();

  constructor(
    private readonly windowMilliseconds: number,
    private readonly mostKeys = 50_000,
    private readonly now: () => number = () => performance.now(),
  ) {}

  hit(key: string, limit: number): Allowance {
    const window = this.window(key);
    window.hits++;
    return this.allowance(window, window.hits <= limit);
  }

  /** Whether a hit would be allowed, without counting one. */
  peek(key: string, limit: number): Allowance {
    const window = this.windows.get(key);
    if (window === undefined || window.endsAt <= this.now()) return { isAllowed: true, hits: 0, secondsLeft: 0 };
    return this.allowance(window, window.hits < limit);
  }

  forget(key: string): void {
    this.windows.delete(key);
  }

  private allowance({ hits, endsAt }: Window, isAllowed: boolean): Allowance {
    return { isAllowed, hits, secondsLeft: Math.max(1, Math.ceil((endsAt - this.now()) / 1000)) };
  }

  private window(key: string): Window {
    const now = this.now();
    const found = this.windows.get(key);
    if (found !== undefined && found.endsAt > now) return found;
    // Taken out and put back, so that the map's order is the order of the windows' ends.
    this.windows.delete(key);
    if (this.windows.size >= this.mostKeys) this.windows.delete(this.windows.keys().next().value!);
    const window = { hits: 0, endsAt: now + this.windowMilliseconds };
    this.windows.set(key, window);
    return window;
  }
}
