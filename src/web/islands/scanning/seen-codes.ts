/** Out of view for so many milliseconds, a code that comes back is a new one. */
const FORGOTTEN_AFTER = 1500;

/** What a camera has in view: a code that stays there, beside others or not, is read once. */
export class SeenCodes {
  private readonly seenAt = new Map<string, number>();

  /** Whether this code has come into view, at `now` in milliseconds on any clock. */
  isNew(text: string, now: number): boolean {
    for (const [seen, at] of this.seenAt) if (now - at > FORGOTTEN_AFTER) this.seenAt.delete(seen);
    const isNew = !this.seenAt.has(text);
    this.seenAt.set(text, now);
    return isNew;
  }
}
