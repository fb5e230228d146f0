import type { Actor } from './actor.ts';

/** An actor as the database knew it a moment ago. */
export interface KnownActor {
  readonly actor: Actor;
  /** When the session or the key ends; `null`: never. */
  readonly expiresAt: Date | null;
}

interface Entry extends KnownActor {
  readonly freshUntil: number;
}

const FRESH_MILLISECONDS = 5_000;
const MOST_ENTRIES = 5_000;

/**
 * Who was behind a credential a few seconds ago, so that a busy scanner does not ask the database each time. A sign-out
 * or a revocation in this process takes effect at once, in others when the entry is stale.
 */
export class ActorCache {
  private readonly entries = new Map<string, Entry>();
  /** Grows with every drop: what was looked up before a drop must not be kept after it. */
  private generation = 0;

  constructor(private readonly now: () => number = () => performance.now()) {}

  get(credential: string): KnownActor | undefined {
    const entry = this.entries.get(credential);
    if (entry === undefined) return undefined;
    this.entries.delete(credential);
    if (entry.freshUntil <= this.now()) return undefined;
    this.entries.set(credential, entry);
    return entry;
  }

  /** The answer of `look`, kept unless somebody was signed out while it was under way. */
  async getOr(credential: string, look: () => Promise<KnownActor | undefined>): Promise<KnownActor | undefined> {
    const known = this.get(credential);
    if (known !== undefined) return known;
    const { generation } = this;
    const found = await look();
    if (found !== undefined && generation === this.generation) this.keep(credential, found);
    return found;
  }

  /** Forgets one credential. */
  drop(credential: string): void {
    this.generation++;
    this.entries.delete(credential);
  }

  /** Forgets every credential of an account or an API key, by its id. */
  dropActor(id: string): void {
    this.generation++;
    for (const [credential, { actor }] of this.entries) if (actor.id === id) this.entries.delete(credential);
  }

  private keep(credential: string, known: KnownActor): void {
    if (this.entries.size >= MOST_ENTRIES) this.entries.delete(this.entries.keys().next().value!);
    this.entries.set(credential, { ...known, freshUntil: this.now() + FRESH_MILLISECONDS });
  }
}
